using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analysis.Server.Tests.Cli;

/// <summary>Batches of records: their form, their order, and what becomes of bad ones.</summary>
public class RecordTests
{
    private const string Article =
        """{"id":"a1","published":"2024-03-12","text":"Café ferry 👍 aground\n\nThe ferry Øresk carried 214 passengers, Ann Lee said on Tuesday.\n\n“Nobody was hurt,” she said."}""";

    private const string Pair =
        """{"id":"c1","articles":[{"id":"one","published":"2024-03-12","text":"Ferry Øresk aground 👍\n\nThe ferry Øresk ran aground near Port Hallen on Tuesday. It carried 214 passengers."},"""
        + """{"published":"2024-03-12","text":"Øresk runs aground\n\nThe ferry Øresk ran aground near Port Hallen on Tuesday. It carried 241 passengers."}]}""";

    private const string Passages = """{"id":"p1","left":"The ferry “Øresk” 👍 carried 214 passengers.","right":"The ferry “Øresk” 👍 carried 241 passengers."}""";

    private const string Ten = "[[[[[[[[[[", DeepRecord = """{"text":"a","label":""" + Ten + Ten + Ten + Ten + Ten + Ten + "[[[[";

    public static TheoryData<string> Units() => ["utf8", "utf16", "utf32"];

    [Theory]
    [MemberData(nameof(Units))]
    public async Task Analyze_Record(string unit) => await Verifier.Verify(await AnswerAsync(unit, Article, "analyze", "--features", "text,structure,entities,quantities,dates,quotes,claims,diagnostics")).UseParameters(unit);

    [Theory]
    [MemberData(nameof(Units))]
    public async Task Compare_Record(string unit) => await Verifier.Verify(await AnswerAsync(unit, Pair, "compare")).UseParameters(unit);

    [Theory]
    [MemberData(nameof(Units))]
    public async Task Passages_Record(string unit) => await Verifier.Verify(await AnswerAsync(unit, Passages, "passages")).UseParameters(unit);

    // Every list in it is filled by some record of the tests; what it lists is the published form of records.
    private static readonly (string Command, string Record, string[] Keys)[] Documented =
    [
        ("analyze", Article,
        [
            "id:String", "engine.version:String", "engine.ruleset:String", "engine.model:String", "engine.configuration:String", "position_encoding:String",
            "metadata.title.value:String", "metadata.title.span.start:Number", "metadata.title.span.end:Number", "metadata.title.found_in:String",
            "metadata.title.confidence:Number", "metadata.title.alternatives:Array", "metadata.published.value:String", "metadata.authors:Array", "metadata.language.value:String",
            "main_text:String", "blocks[].kind:String", "blocks[].span.start:Number", "blocks[].furniture:String", "blocks[].section:Number", "sentences[].span.end:Number",
            "tokens[].span.start:Number", "tokens[].form:String", "tokens[].lemma:String", "tokens[].upos:String", "tokens[].xpos:String", "tokens[].feats:String",
            "tokens[].head:Number", "tokens[].deprel:String", "tokens[].sentence:Number",
            "entities[].id:String", "entities[].type:String", "entities[].name:String", "entities[].mentions[].span.start:Number", "entities[].mentions[].kind:String",
            "quantities[].span.start:Number", "quantities[].kind:String", "quantities[].value:String", "quantities[].low:String", "quantities[].high:String",
            "quantities[].unit:String", "quantities[].precision:String", "quantities[].counted.span.start:Number", "quantities[].counted.lemma:String",
            "dates[].span.start:Number", "dates[].kind:String", "dates[].timex:String", "dates[].start_date:String", "dates[].end_date:String", "dates[].granularity:String", "dates[].anchor:String",
            "quotes[].kind:String", "quotes[].content[].start:Number", "quotes[].cue.start:Number", "quotes[].source.start:Number", "quotes[].speaker:String", "quotes[].confidence:Number",
            "claims[].id:String", "claims[].span.start:Number", "claims[].sentence:Number", "claims[].confidence:Number", "claims[].predicate.span.start:Number",
            "claims[].predicate.lemma:String", "claims[].predicate.polarity:String", "claims[].predicate.modality:String", "claims[].predicate.tense:String",
            "claims[].arguments[].role:String", "claims[].arguments[].marker:String", "claims[].arguments[].spans[].start:Number", "claims[].arguments[].entity:String",
            "claims[].quantities:Array", "claims[].dates:Array", "claims[].attribution[].kind:String", "claims[].attribution[].entity:String",
            "claims[].attribution[].source.start:Number", "claims[].attribution[].cue.start:Number",
            "diagnostics[].rule:String", "diagnostics[].severity:String", "diagnostics[].message:String", "diagnostics[].related:Array",
        ]),
        ("passages", Passages,
        [
            "id:String", "relation:String", "confidence:Number", "entails.left_to_right:Number", "entails.right_to_left:Number", "similarity:Number",
            "differences[].kind:String", "differences[].incompatible:Boolean", "differences[].left.article:Number", "differences[].left.spans[].start:Number",
            "differences[].right.article:Number", "differences[].left_value:String", "differences[].right_value:String", "differences[].confidence:Number", "differences[].explanation:String",
        ]),
        ("compare", Pair,
        [
            "id:String", "engine.version:String", "position_encoding:String", "articles[].id:String", "articles[].title:String", "articles[].published:String", "articles[].sha256:String",
            "relatedness[].left:Number", "relatedness[].right:Number", "relatedness[].verdict:String", "relatedness[].confidence:Number", "relatedness[].evidence[].kind:String",
            "relatedness[].evidence[].value:String", "relatedness[].evidence[].locations[].spans[].start:Number", "claims[].article:Number", "claims[].id:String",
            "alignments[].left.article:Number", "alignments[].left.claims[]:String", "alignments[].left.spans[].start:Number", "alignments[].right.article:Number",
            "alignments[].relation:String", "alignments[].confidence:Number", "alignments[].differences[].kind:String", "only_in[].article:Number", "only_in[].claims:Array",
            "quotes:Array", "origins:Array", "clusters:Array", "diagnostics[].rule:String",
        ]),
    ];

    public static TheoryData<string> Commands() => [.. Documented.Select(record => record.Command)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Record_HasTheDocumentedKeys(string command)
    {
        var (_, record, keys) = Documented.Single(documented => documented.Command == command);
        string[] features = command is "analyze" ? ["--features", "text,structure,tokens,entities,quantities,dates,quotes,claims,diagnostics"] : [];
        var run = await CommandRun.WithInput(record, [command, "--jsonl", .. features]);
        var json = JsonDocument.Parse(run.Output).RootElement;

        Assert.Equal([], keys.Where(key => !Kinds(json, key[..key.IndexOf(':', StringComparison.Ordinal)].Split('.')).Contains(key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..])));
    }

    [Theory]
    [InlineData("analyze", """{"id":ID,"text":"The ferry sailed."}""")]
    [InlineData("passages", """{"id":ID,"left":"It sailed.","right":"It sailed."}""")]
    [InlineData("compare", """{"id":ID,"articles":[{"text":"It sailed."},{"text":"It sank."}]}""")]
    public async Task Id_IsTheOneOfTheRecord(string command, string record)
    {
        string records = $"{record.Replace("ID", "\"x 1\"", StringComparison.Ordinal)}\n{record.Replace("ID", "null", StringComparison.Ordinal)}\n";

        var run = await CommandRun.WithInput(records, command, "--jsonl");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["x 1", ""], Lines(run).Select(line => (string?)line["id"]));
    }

    [Fact]
    public async Task Articles_OfAComparisonAreNamedByTheirIdOrPosition()
    {
        var run = await CommandRun.WithInput(Pair, "compare", "--jsonl");

        Assert.Equal(["one", "1"], Lines(run)[0]["articles"]!.AsArray().Select(article => (string?)article!["id"]));
    }

    [Fact]
    public async Task Content_ComesInThreeForms()
    {
        string records =
            """
            {"text":"They buy books ."}
            {"content_base64":"VGhleSBidXkgYm9va3MgLg==","media_type":"text/plain"}
            {"pretokenized":[["They","buy","books","."]]}
            """;

        var run = await CommandRun.WithInput(records, "analyze", "--jsonl", "--features", "text,tokens");

        Assert.Equal(0, run.ExitCode);
        Assert.All(Lines(run), line => Assert.Equal("They buy books .", (string?)line["text"]));
        Assert.Equal([4, 4, 4], Lines(run).Select(line => line["tokens"]!.AsArray().Count));
    }

    [Fact]
    public async Task Lines_MayBeBlankAndMayStartWithAMark()
    {
        var run = await CommandRun.WithInput("\uFEFF{\"id\":\"1\",\"text\":\"It sailed.\",\"label\":{\"any\":[1]}}\r\n\r\n \t\n{\"id\":\"2\",\"text\":\"It sank.\"}", "analyze", "--jsonl");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["1", "2"], Lines(run).Select(line => (string?)line["id"]));
    }

    [Theory]
    [InlineData("analyze", "x", "INVALID_RECORD", "Line 1: This is not JSON: an error at byte 1. Write one object a line.")]
    [InlineData("analyze", "[]", "INVALID_RECORD", "Line 1: This is JSON, but not an object. Write one object a line.")]
    [InlineData("analyze", DeepRecord, "INVALID_RECORD", "Line 1: This is nested deeper than 64.*")]
    [InlineData("analyze", """{"text":"a","text":"b"}""", "INVALID_RECORD", "Line 1: This is not JSON: a key stands twice. Write one object a line.")]
    [InlineData("analyze", """{"\ud800":1,"text":"a"}""", "INVALID_RECORD", "Line 1: This is not JSON: a key is not text. Write one object a line.")]
    [InlineData("analyze", """{"text":"a","content_base64":"YQ=="}""", "INVALID_RECORD", "Line 1: The fields text and content_base64 exclude each other. Leave one out.")]
    [InlineData("analyze", """{"text":"a","pretokenized":[["a"]]}""", "INVALID_RECORD", "Line 1: The fields text and pretokenized exclude each other. Leave one out.")]
    [InlineData("analyze", """{"name":"articles/a","uri":"https://example.org"}""", "INVALID_RECORD", "Line 1: The fields name and uri exclude each other. Leave one out.")]
    [InlineData("analyze", """{"content_base64":"a"}""", "INVALID_RECORD", "Line 1: The field content_base64 is not base64.*")]
    [InlineData("analyze", """{"text":"\udc00"}""", "INVALID_TEXT", "Line 1: The field text holds half of a surrogate pair*")]
    [InlineData("analyze", """{"id":"\ud83d","text":"a"}""", "INVALID_TEXT", "Line 1: The field id holds half of a surrogate pair*")]
    [InlineData("analyze", "{}", "ARTICLE_MISSING", "Line 1: The record has no content. Set text or content_base64 or pretokenized or name.")]
    [InlineData("analyze", """{"text":null}""", "ARTICLE_MISSING", "Line 1: The record has no content.*")]
    [InlineData("analyze", """{"text":" "}""", "ARTICLE_EMPTY", "Line 1: The field text holds nothing but white space.*")]
    [InlineData("analyze", """{"content_base64":""}""", "ARTICLE_EMPTY", "Line 1: The field content_base64 holds nothing but white space.*")]
    [InlineData("analyze", """{"text":"a","published":"31 February"}""", "INVALID_DATE", "Line 1: The field published holds \"31 February\"*")]
    [InlineData("analyze", """{"text":"a","media_type":"application/pdf"}""", "UNSUPPORTED_MEDIA_TYPE", "Line 1: The field media_type holds*")]
    [InlineData("analyze", """{"pretokenized":[["a"],["b c"]]}""", "INVALID_TOKENS", "Line 1: The field pretokenized[1][0] holds white space.*")]
    [InlineData("analyze", """{"name":"article/a"}""", "INVALID_NAME", "Line 1: The field name holds \"article/a\"*")]
    [InlineData("passages", """{"left":"a"}""", "ARTICLE_MISSING", "Line 1: The record has no content. Set right.")]
    [InlineData("passages", """{"left":"a","right":""}""", "ARTICLE_EMPTY", "Line 1: The field right holds nothing but white space.*")]
    [InlineData("passages", """{"left":"a","right":"b","situation":"same"}""", "INVALID_RECORD", "Line 1: The field situation holds an unknown word. Write SAME or UNKNOWN, or leave it out.")]
    [InlineData("passages", """{"left":"a","right":"b","right_published":"x"}""", "INVALID_DATE", "Line 1: The field right_published holds*")]
    [InlineData("compare", "{}", "TOO_FEW_ARTICLES", "Line 1: The request holds 0 of the 2 articles that a comparison needs. Send two or more.")]
    [InlineData("compare", """{"articles":[{"text":"a"},{}]}""", "ARTICLE_MISSING", "Line 1: articles[1] has no content.*")]
    [InlineData("compare", """{"articles":[{"text":"a"},{"content_base64":"IA=="}]}""", "ARTICLE_EMPTY", "Line 1: The field articles[1].content_base64 holds nothing but white space.*")]
    public async Task Record_ThatIsBadGivesAnErrorAndTheRunGoesOn(string command, string bad, string reason, string message)
    {
        string good = command switch { "analyze" => """{"id":"next","text":"It sailed."}""", "passages" => """{"id":"next","left":"a","right":"b"}""", _ => """{"id":"next","articles":[{"text":"a"},{"text":"b"}]}""" };
        using var folder = new TemporaryFolder();
        string[] data = command is "passages" ? [] : ["--data", folder.Path];

        var run = await CommandRun.WithInput($"{bad}\n{good}\n", [command, "--jsonl", .. data]);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        var lines = Lines(run);
        Assert.Equal(2, lines.Length);
        Assert.Equal(["error", "id"], lines[0].Select(pair => pair.Key));
        Assert.Equal(reason, (string?)lines[0]["error"]!["reason"]);
        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(message).Replace("\\*", ".*", StringComparison.Ordinal)}$", (string?)lines[0]["error"]!["message"]);
        Assert.Equal("next", (string?)lines[1]["id"]);
    }

    [Fact]
    public async Task Record_OfEveryWrongTypeIsNamedWithItsField()
    {
        (string Command, string Others, string[] Text, string[] Lists)[] keys =
        [
            ("analyze", "\"text\":\"a\"", ["id", "media_type", "uri", "published"], []),
            ("analyze", "", ["text", "content_base64", "name"], ["pretokenized"]),
            ("passages", "\"left\":\"a\",\"right\":\"b\"", ["id", "left_published", "right_published", "situation"], []),
            ("passages", "\"right\":\"b\"", ["left"], []),
            ("passages", "\"left\":\"a\"", ["right"], []),
            ("compare", "", ["id"], ["articles"]),
        ];
        string[] all = ["true", "17", "1.5", "{}", "[]", "\"\""];
        var wrong = keys.SelectMany(entry =>
            entry.Text.SelectMany(key => all.Except(["\"\""]).Select(value => (entry.Command, Path: key, Record: Object(key, value, entry.Others))))
                .Concat(entry.Lists.SelectMany(key => all.Except(["[]"]).Select(value => (entry.Command, Path: key, Record: Object(key, value, entry.Others))))))
            .Concat(all.Except(["[]"]).Select(value => (Command: "analyze", Path: "pretokenized[0]", Record: Object("pretokenized", $"[{value}]", ""))))
            .Concat(all.Except(["\"\""]).Append("null").Select(value => (Command: "analyze", Path: "pretokenized[0][1]", Record: Object("pretokenized", $"[[\"a\",{value}]]", ""))))
            .Concat(all.Except(["{}"]).Append("null").Select(value => (Command: "compare", Path: "articles[0]", Record: Object("articles", $"[{value}]", ""))))
            .Concat(all.Except(["\"\""]).Select(value => (Command: "compare", Path: "articles[1].text", Record: Object("articles", $"[{{\"text\":\"a\"}},{{\"text\":{value}}}]", ""))))
            .ToList();
        Assert.True(wrong.Count > 80);

        foreach (var command in wrong.GroupBy(record => record.Command))
        {
            var run = await CommandRun.WithInput(string.Join('\n', command.Select(record => record.Record)), command.Key, "--jsonl");
            var lines = Lines(run);
            Assert.Equal(command.Count(), lines.Length);
            foreach (var (i, record) in command.Index())
            {
                Assert.Equal("INVALID_RECORD", (string?)lines[i]["error"]!["reason"]);
                Assert.StartsWith($"Line {i + 1}: The field {record.Path} holds ", (string?)lines[i]["error"]!["message"], StringComparison.Ordinal);
            }
        }

        static string Object(string key, string value, string rest) => $"{{\"{key}\":{value}{(rest.Length > 0 ? "," + rest : "")}}}";
    }

    [Fact]
    public async Task Answers_KeepTheOrderOfRecordsOfAnyLength()
    {
        string sentence = "The ferry Grey Tern carried 214 passengers to Port Hallen on Tuesday. ";
        string records = string.Concat(Enumerable.Range(0, 60).Select(i =>
            $"{{\"id\":\"{i}\",\"text\":\"{string.Concat(Enumerable.Repeat(sentence, i % 7 == 0 ? 60 : 1))}\"{(i % 9 == 4 ? ",\"published\":7" : "")}}}\n"));

        var alone = await CommandRun.WithInput(records, "analyze", "--jsonl", "--threads", "1");
        var four = await CommandRun.WithInput(records, "analyze", "--jsonl", "--threads", "4");

        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"{i}"), Lines(alone).Select(line => (string?)line["id"]));
        Assert.Equal(1, alone.ExitCode);
        Assert.Equal(alone, four);
    }

    [Fact]
    public async Task Memory_DoesNotGrowWithTheInput()
    {
        // Every second record is bad, so that its line and its answer are long and nothing is to be computed: kept, either would come to
        // more than the heap has.
        const int Records = 20_000;
        const long Heap = 64 * 1024 * 1024;
        string padding = new('x', 8_000);
        using var process = CommandRun.Start(Heap, "passages", "--jsonl");
        try
        {
            var writing = Task.Run(async () =>
            {
                for (int i = 0; i < Records; i++)
                {
                    await process.StandardInput.WriteLineAsync(i % 2 == 0
                        ? $$"""{"id":"{{i}}","left":"The ferry carried {{i}} passengers.","right":"It carried {{i + 1}}."}"""
                        : $$"""{"id":"{{i}}{{padding}}","left":7}""");
                }
                process.StandardInput.Close();
            });
            for (int i = 0; i < Records; i++)
            {
                string? line = await process.StandardOutput.ReadLineAsync();
                Assert.Contains($"\"id\":\"{i}{(i % 2 == 0 ? "\"" : "x")}", line, StringComparison.Ordinal);
            }
            await writing;
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            await process.WaitForExitAsync(patience.Token);

            Assert.Equal((1, ""), (process.ExitCode, await process.StandardError.ReadToEndAsync(patience.Token)));
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    [Fact]
    public async Task Answers_BeforeTheOneThatEndsTheRunAreWritten()
    {
        const int Bad = 24;
        using var folder = new TemporaryFolder();
        string noFolder = folder.Write("file", "");
        string records = string.Concat(Enumerable.Range(0, Bad).Select(i => $"{{\"id\":\"{i}\"}}\n")) + """{"name":"articles/x"}""";

        var run = await CommandRun.WithInput(records, "analyze", "--jsonl", "--threads", "4", "--data", noFolder);

        Assert.Equal(3, run.ExitCode);
        Assert.Matches("^analysis: [^\n]*file is no folder[^\n]*\n$", run.Errors);
        Assert.Equal(Enumerable.Range(0, Bad).Select(i => $"{i}"), Lines(run).Select(line => (string?)line["id"]));
    }

    [Fact]
    public async Task Memory_DoesNotGrowWithTheAnswersThatASlowReaderLeaves()
    {
        // Answers of some 14 MB, together far more than the heap has, of which the reader takes none before the first has been ready for long.
        const int Records = 56;
        const long Heap = 600 * 1024 * 1024;
        string text = string.Concat(Enumerable.Repeat("It rained. ", 24_000));
        using var process = CommandRun.Start(Heap, "analyze", "--jsonl", "--threads", "2", "--features", "text,tokens,structure");
        try
        {
            var writing = Task.Run(async () =>
            {
                for (int i = 0; i < Records; i++) await process.StandardInput.WriteLineAsync($$"""{"id":"{{i}}","text":"{{text}}"}""");
                process.StandardInput.Close();
            });
            await Task.Delay(TimeSpan.FromSeconds(5));
            long bytes = 0;
            for (int i = 0; i < Records; i++)
            {
                string? line = await process.StandardOutput.ReadLineAsync();
                Assert.Contains($"\"id\":\"{i}\"", line, StringComparison.Ordinal);
                bytes += line!.Length;
            }
            await writing;
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            await process.WaitForExitAsync(patience.Token);

            Assert.Equal((0, ""), (process.ExitCode, await process.StandardError.ReadToEndAsync(patience.Token)));
            Assert.InRange(bytes, Heap, long.MaxValue);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static async Task<string> AnswerAsync(string unit, string record, params string[] arguments)
    {
        var run = await CommandRun.WithInput(record, [.. arguments, "--jsonl", "--offsets", unit]);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var json = Lines(run).Single();
        // The engine's hashes change with every rule.
        json["engine"] = "…";
        return Compact(json, 0);
    }

    // One member a line, small objects on one.
    private static string Compact(JsonNode? node, int depth)
    {
        string flat = node?.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null";
        if (flat.Length <= 140 || node is null or JsonValue) return flat;
        string indent = new(' ', 2 * (depth + 1)), end = new(' ', 2 * depth);
        return node is JsonArray list
            ? $"[\n{string.Join(",\n", list.Select(item => indent + Compact(item, depth + 1)))}\n{end}]"
            : $"{{\n{string.Join(",\n", node.AsObject().Select(pair => $"{indent}\"{pair.Key}\": {Compact(pair.Value, depth + 1)}"))}\n{end}}}";
    }

    private static JsonObject[] Lines(CommandRun run)
    {
        Assert.EndsWith("\n", run.Output, StringComparison.Ordinal);
        return [.. run.Output.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    private static IEnumerable<string> Kinds(JsonElement json, ReadOnlyMemory<string> path)
    {
        if (path.Length == 0)
        {
            yield return json.ValueKind is JsonValueKind.True or JsonValueKind.False ? "Boolean" : json.ValueKind.ToString();
            yield break;
        }
        bool list = path.Span[0].EndsWith("[]", StringComparison.Ordinal);
        if (!json.TryGetProperty(list ? path.Span[0][..^2] : path.Span[0], out var value)) yield break;
        foreach (var item in list ? value.EnumerateArray() : Enumerable.Repeat(value, 1))
        {
            foreach (string kind in Kinds(item, path[1..])) yield return kind;
        }
    }
}
