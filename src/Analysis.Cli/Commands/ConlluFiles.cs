using System.CommandLine;
using System.CommandLine.Parsing;
using Analysis.Cli.Backends;
using Analysis.Language;
using Analysis.Language.Conllu;
using Analysis.V1;

namespace Analysis.Cli.Commands;

/// <summary><c>analyze --format conllu</c>: the words of articles for the tools of the field.</summary>
/// <remarks>
/// Written from the tree, not from an answer: the contract has no tokens for what tells no story, such as bylines and furniture, and a
/// file that lacks characters fits nobody's gold standard.
/// </remarks>
internal static class ConlluFiles
{
    /// <summary>The word for it behind <c>--format</c>.</summary>
    public const string FormatWord = "conllu";

    /// <summary>Refuses what goes with no CoNLL-U, and what goes with nothing else.</summary>
    /// <param name="result">The command as parsed.</param>
    /// <param name="format">How to print.</param>
    /// <param name="tokenized">Whether tokens are given.</param>
    /// <param name="others">Options that mean nothing here.</param>
    /// <param name="server">Address of a server.</param>
    public static void Check(CommandResult result, Option<OutputFormat> format, Option<bool> tokenized, Option[] others, Option<Uri?> server)
    {
        // By its word: a wrong one has no value, and says so itself.
        if (result.GetResult(format) is not { Tokens: [{ Value: FormatWord }] })
        {
            if (IsGiven(tokenized)) result.AddError($"{tokenized.Name} goes with {format.Name} conllu. Add it, or leave {tokenized.Name} out.");
            return;
        }
        if (IsGiven(server)) result.AddError($"{format.Name} conllu is written by this process. Leave {server.Name} out.");
        foreach (var option in others.Where(IsGiven)) result.AddError($"{option.Name} means nothing with {format.Name} conllu. Leave it out.");

        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
    }

    /// <summary>Writes one article.</summary>
    /// <param name="backend">Where stored articles are.</param>
    /// <param name="file">The argument.</param>
    /// <param name="tokenized">Whether its tokens are decided.</param>
    /// <param name="terminal">Has the standard input.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task<int> WriteAsync(IAnalysisBackend backend, string file, bool tokenized, Terminal terminal, TextWriter output, CancellationToken cancellation)
    {
        var input = await ArticleFiles.ReadAsync(file, default, terminal, cancellation);
        var inline = input.Inline ?? (await backend.GetAsync(new GetArticleRequest { Name = input.Name, View = ArticleView.Full }, cancellation)).Content
            ?? throw new CallException(ErrorReason.StorageDamaged, $"The content of {file} is damaged and is not given out.");
        var content = ArticleFiles.Decode(inline);
        var writer = new ConlluWriter(output, TrainedParser.Default);
        string id = file is ArticleFiles.StandardInput ? "stdin" : file;
        try
        {
            if (tokenized || inline.ContentCase is InlineArticle.ContentOneofCase.Pretokenized) writer.WriteTokens(content.Page.Text, id, cancellation);
            // Of plain text no character may be missing, whatever line it stands in; of a page the furniture is no text that anybody asks for.
            else writer.Write(ArticleFiles.Calling(() => content.ToTree(LocalBackend.Limits, throughout: true, cancellation: cancellation)), id, cancellation);
        }
        catch (FormatException malformed)
        {
            throw new CallException(ErrorReason.InvalidTokens, malformed.Message, cause: malformed);
        }
        return ExitCode.Done;
    }
}
