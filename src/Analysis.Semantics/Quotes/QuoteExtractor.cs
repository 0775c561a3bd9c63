using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics.Entities;
using Analysis.Syntax;

namespace Analysis.Semantics.Quotes;

/// <summary>Finds who is reported to have said what.</summary>
/// <remarks>
/// A quote needs a cue: a verb of reporting with a subject, or "according to". Its content is what stands between quotation marks beside
/// the cue, the clause that the verb governs, or what the cue closes with a comma. A quotation without a cue goes on from the quote before
/// it in the same paragraph, or has no speaker; a few quoted words inside a sentence without a cue are no speech.
/// </remarks>
internal sealed class QuoteExtractor
{
    private static readonly FrozenSet<string> ReportVerbs = Lexicon.Words("report-verbs");

    /// <summary>Verbs that report speech only with a clause or a quotation: "agreed that", not "agreed on a price".</summary>
    private static readonly FrozenSet<string> WeakVerbs = FrozenSet.Create(
        StringComparer.Ordinal, "agree", "find", "show", "call", "point", "describe", "hope", "fear", "think", "believe", "ask", "answer", "write",
        "post", "repeat", "recall", "observe", "comment", "urge", "inform", "indicate", "estimate", "reveal", "promise", "pledge", "vow", "confirm",
        "deny", "respond", "report", "note", "suggest");

    private readonly AnnotatedText _text;
    private readonly ImmutableArray<Entity> _entities;
    private readonly int[] _entityAt;
    private readonly List<Quote> _quotes = [];
    private readonly bool[] _used;

    private QuoteExtractor(AnnotatedText text, ImmutableArray<Entity> entities, int[] entityAt)
    {
        (_text, _entities, _entityAt) = (text, entities, entityAt);
        _used = new bool[text.Tree.Quotations.Length];
    }

    /// <summary>Finds the quotes of a text, in order of their content.</summary>
    /// <param name="text">The text.</param>
    /// <param name="entities">Its entities.</param>
    /// <param name="entityAt">For every token the index of the entity it mentions, or -1.</param>
    /// <param name="quoted">For every token whether it stands between quotation marks.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ImmutableArray<Quote> Extract(AnnotatedText text, ImmutableArray<Entity> entities, int[] entityAt, bool[] quoted, CancellationToken cancellation)
    {
        var extractor = new QuoteExtractor(text, entities, entityAt);
        foreach (var sentence in text.Tree.Sentences.SelectMany(sentence => sentence.Stretches()))
        {
            cancellation.ThrowIfCancellationRequested();
            extractor.ReadSentence(sentence, quoted);
        }
        extractor.AddQuotationsWithoutCue();
        return [.. extractor._quotes.OrderBy(q => q.Content[0].Start).ThenByDescending(q => q.Content[0].End)];
    }

    // ---- cues ----

    private void ReadSentence(SentenceSyntax sentence, bool[] quoted)
    {
        var subjectBefore = (First: -1, End: -1, Head: -1);
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (quoted[i]) continue;
            if (_text.Form(i) is "According" or "according" && i + 2 < sentence.EndToken && _text.Form(i + 1) is "to")
            {
                ReadAccordingTo(sentence, i);
                continue;
            }
            var word = _text.Words[i];
            if (word.Upos is not (Upos.VERB or Upos.AUX) || !ReportVerbs.Contains(word.Lemma) || IsDenied(i)) continue;
            var subject = SubjectOf(i, sentence, quoted);
            if (subject.Head < 0 && word.Xpos is Xpos.VBG) subject = subjectBefore;
            if (subject.Head < 0) continue;
            if (ReadCue(sentence, i, subject, quoted)) subjectBefore = subject;
        }
    }

    /// <summary>"did not say": no speech took place.</summary>
    private bool IsDenied(int verb)
    {
        foreach (int dependent in _text.Dependents(verb))
            if (_text.Words[dependent].Lemma is "not" or "never" && dependent < verb) return true;
        return false;
    }

    private (int First, int End, int Head) SubjectOf(int verb, SentenceSyntax sentence, bool[] quoted)
    {
        int best = -1;
        foreach (int dependent in _text.Dependents(verb))
        {
            if (_text.Words[dependent].Relation.Universal() is not DependencyRelation.Nsubj || quoted[dependent] || EntityExtractor.IsCalendarWord(_text.Form(dependent))) continue;
            // The parser may give a verb two subjects, one of them inside the words said: the nearer one speaks.
            if (best < 0 || Math.Abs(dependent - verb) < Math.Abs(best - verb)) best = dependent;
        }
        // "the minister said Monday": the parser may take the day for the speaker; the noun in front is.
        if (best < 0 && _text.Words[verb].Xpos is Xpos.VBD or Xpos.VBZ or Xpos.VBP)
        {
            int noun = verb - 1;
            while (noun > sentence.FirstToken && (EntityExtractor.IsCalendarWord(_text.Form(noun)) || noun < verb - 1 && _text.Form(noun) is "on")) noun--;
            if (noun >= sentence.FirstToken && !quoted[noun] && _text.Words[noun].Upos is Upos.PROPN or Upos.NOUN or Upos.PRON && !EntityExtractor.IsCalendarWord(_text.Form(noun))) best = noun;
        }
        // "…," added the regional administration: behind a mark the verb stands in front of its speaker.
        if (_text.Words[verb].Xpos is Xpos.VBD or Xpos.VBZ or Xpos.VBP && verb > sentence.FirstToken && (_text.Form(verb - 1) is "," || quoted[verb - 1] || IsMark(verb - 1)) && (best < 0 || best < verb))
        {
            int noun = verb + 1;
            while (noun < sentence.EndToken && !quoted[noun] && IsNounPart(noun) && (noun + 1 < sentence.EndToken && IsNounPart(noun + 1) && _text.Words[noun].Upos is not Upos.PROPN)) noun++;
            if (noun < sentence.EndToken && !quoted[noun] && _text.Words[noun].Upos is Upos.PROPN or Upos.NOUN or Upos.PRON && !(best >= 0 && IsNoSpeaker(verb, noun, sentence))) best = noun;
        }
        // "he told": a subject that governs the verb's clause, as in "the minister, who said …", is the noun that the clause belongs to.
        if (best >= 0 && _text.Words[best].Xpos is Xpos.WP or Xpos.WDT && _text.Words[verb].Relation is DependencyRelation.AclRelcl && _text.Head(verb) is var antecedent and >= 0) best = antecedent;
        // "that suggested", "which showed": what the word stands for is not told.
        if (best >= 0 && _text.Words[best].Upos is Upos.PRON or Upos.DET && _text.Words[best].Lemma is "that" or "this" or "which" or "what") best = -1;
        return best < 0 ? (-1, -1, -1) : (NounPhraseStart(best, sentence, verb), NounPhraseEnd(best, sentence, verb), best);
    }

    /// <summary>
    /// Whether the noun behind a verb is its hearer or belongs to the words said: "Bo Dahl, the mayor, told Mr. Lee that …",
    /// "the mayor, who left, said Mr. Lee was late", "said Mr. Lee's office …".
    /// </summary>
    private bool IsNoSpeaker(int verb, int noun, SentenceSyntax sentence)
    {
        if (_text.Words[verb].Lemma is "tell") return true;
        int next = noun + 1;
        while (next < sentence.EndToken && _text.Words[next].Upos is Upos.PROPN) next++;
        return next < sentence.EndToken && _text.Words[next].Xpos is Xpos.POS or Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD;
    }

    private int NounPhraseStart(int head, SentenceSyntax sentence, int verb)
    {
        int start = head;
        int floor = head > verb ? verb + 1 : sentence.FirstToken;
        // A pronoun is a phrase of its own, and a phrase starts with its article: "the day after the minister said", "at the time he said".
        if (_text.Words[head].Upos is Upos.PRON) return head;
        while (start - 1 >= floor && IsNounPart(start - 1) && !(_text.Words[start].Upos is Upos.DET && start < head)) start--;
        return start;
    }

    private int NounPhraseEnd(int head, SentenceSyntax sentence, int verb)
    {
        int end = head + 1;
        int limit = head < verb ? verb : sentence.EndToken;
        // In front of its verb the phrase goes on to the verb, wherever the parser sees its head: "harbour master Ann Lee said".
        while (end < limit && (_text.Words[end].Upos is Upos.PROPN or Upos.NUM && _text.IsBelow(end, head)
            // "said Mr. Lee": the words of a name stand together, whichever of them the parser takes for its head.
            || _text.Words[end].Upos is Upos.PROPN && _text.Words[end - 1].Upos is Upos.PROPN && !EntityExtractor.IsCalendarWord(_text.Form(end))
            || limit == verb && _text.Words[end].Upos is Upos.NOUN or Upos.PROPN)) end++;
        // "the head of the agency", "officials in Podoly"
        while (end + 1 < limit && _text.Form(end) is "of" or "in" or "at" or "for" or "from" && _text.IsBelow(end, head))
        {
            int next = end + 1;
            while (next < limit && (IsNounPart(next) || _text.Words[next].Upos is Upos.NOUN or Upos.PROPN)) next++;
            if (next == end + 1) break;
            end = next;
        }
        return end;
    }

    private bool IsNounPart(int token) => _text.Words[token].Upos is Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM
        || _text.Words[token].Xpos is Xpos.POS or Xpos.PRPS || _text.Form(token) is "-" && IsGluedHyphen(token);

    private bool IsGluedHyphen(int token) => token > 0 && token + 1 < _text.Words.Length
        && _text.Tree.Tokens[token - 1].Span.End == _text.Tree.Tokens[token].Span.Start && _text.Tree.Tokens[token + 1].Span.Start == _text.Tree.Tokens[token].Span.End;

    // ---- contents ----

    private bool ReadCue(SentenceSyntax sentence, int verb, (int First, int End, int Head) subject, bool[] quoted)
    {
        var contents = new List<(int First, int End)>(2);
        int group = subject.First >= sentence.FirstToken && subject.First < verb && subject.End <= verb ? subject.First : verb;
        int after = Math.Max(verb + 1, subject.Head > verb ? subject.End : verb + 1);
        int complement = ComplementStart(sentence, verb, after, quoted);
        // "adding": its subject is shared, and what stands in front belongs to the verb that shares it.
        bool shared = subject.Head < verb && _text.Words[verb].Xpos is Xpos.VBG && !_text.IsBelow(subject.Head, verb);
        if (!shared && FrontedEnd(sentence, group) is var frontedEnd and > 0
            // With words behind the cue, those in front are the occasion ("Speaking in Podoly, he said that …") unless they are quoted.
            && (complement < 0 || TouchesQuotation((sentence.FirstToken, frontedEnd)))) contents.Add((sentence.FirstToken, frontedEnd));
        if (complement >= 0) contents.Add((complement, ComplementEnd(sentence, verb, complement)));
        if (contents.Count == 0) return false;
        bool strong = !WeakVerbs.Contains(_text.Words[verb].Lemma);
        bool marked = contents.Exists(c => TouchesQuotation(c)) || complement >= 0;
        if (!strong && !marked) return false;
        AddQuote(contents, _text.Tree.Tokens[verb].Span, subject, strong ? 900 : 800);
        return true;
    }

    /// <summary>Where the words in front of the cue end, when a comma or a closing mark sets them off; 0 when nothing does.</summary>
    private int FrontedEnd(SentenceSyntax sentence, int group)
    {
        int end = group;
        // Adverbs between the comma and the speaker: ", however, he said".
        if (end - 1 <= sentence.FirstToken) return 0;
        if (!(_text.Form(end - 1) is "," || IsMark(end - 1))) return 0;
        while (end > sentence.FirstToken && (_text.Form(end - 1) is "," || IsMark(end - 1))) end--;
        if (end == sentence.FirstToken) return 0;
        // Fewer than three words in front are an adverb or a place, not what was said.
        return end - sentence.FirstToken >= 3 || TouchesQuotation((sentence.FirstToken, end)) ? end : 0;
    }

    private bool HasVerb(int first, int end)
    {
        // A finite verb: "Speaking in Podoly, he said" has none in front.
        for (int i = first; i < end; i++)
            if (_text.Words[i].Xpos is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD && (i == first || _text.Words[first].Upos is not Upos.SCONJ)) return true;
        return false;
    }

    /// <summary>Where the words behind the cue start, when a quotation, "that" or a clause of the verb stands there; -1 when none does.</summary>
    private int ComplementStart(SentenceSyntax sentence, int verb, int after, bool[] quoted)
    {
        // The hearer, the time and the place may stand between: "told reporters in Podoly on Monday that".
        const int Reach = 14;
        for (int i = after; i < sentence.EndToken && i < after + Reach; i++)
        {
            if (IsMark(i) && i + 1 < sentence.EndToken && quoted[i + 1] && !quoted[i]) return i + 1;
            if (_text.Form(i) is "that" && _text.Words[i].Upos is Upos.SCONJ) return i + 1 < sentence.EndToken ? i + 1 : -1;
            // Another verb, or another cue, has words of its own.
            if (_text.Words[i].Xpos is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD || _text.Words[i].Xpos is Xpos.VBG && ReportVerbs.Contains(_text.Words[i].Lemma)) break;
        }
        foreach (int dependent in _text.Dependents(verb))
        {
            if (_text.Words[dependent].Relation.Universal() is not DependencyRelation.Ccomp || dependent < after) continue;
            int first = Math.Max(_text.Subtree(dependent).First, after);
            // Only a clause with a finite verb or auxiliary was said by somebody.
            if (first < dependent && HasVerb(first, Math.Min(sentence.EndToken, dependent + 1))) return first;
        }
        return -1;
    }

    private int ComplementEnd(SentenceSyntax sentence, int verb, int start)
    {
        int end = sentence.EndToken;
        while (end > start + 1 && _text.Words[end - 1].Upos is Upos.PUNCT && !IsMark(end - 1)) end--;
        // ", adding that": the next cue has words of its own.
        for (int i = start + 1; i < end - 1; i++)
            if (_text.Form(i) is "," && _text.Words[i + 1].Xpos is Xpos.VBG && ReportVerbs.Contains(_text.Words[i + 1].Lemma)) return i;
        return end;
    }

    private void ReadAccordingTo(SentenceSyntax sentence, int according)
    {
        int start = according + 2, end = start;
        while (end < sentence.EndToken && _text.Form(end) is not ("," or "." or ";" or ":" or "—" or "–" or ")") && !IsMark(end)) end++;
        if (end == start) return;
        int head = start;
        for (int i = start; i < end; i++)
            if (_text.Words[i].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON)
            {
                head = i;
                if (i + 1 == end || _text.Words[i + 1].Upos is not (Upos.NOUN or Upos.PROPN) && _text.Form(i + 1) is not "-") break;
            }
        (int First, int End) content = according <= sentence.FirstToken + 1
            ? (Math.Min(end + 1, sentence.EndToken), sentence.EndToken)
            : (sentence.FirstToken, according);
        while (content.End > content.First && _text.Words[content.End - 1].Upos is Upos.PUNCT && !IsMark(content.End - 1)) content.End--;
        if (content.End - content.First < 2) return;
        AddQuote([content], _text.SpanOf(according, according + 2), (start, end, head), 850);
    }

    // ---- results ----

    private void AddQuote(List<(int First, int End)> contents, TextSpan cue, (int First, int End, int Head) subject, int confidence)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>(contents.Count);
        var verbatim = ImmutableArray.CreateBuilder<TextSpan>();
        bool whole = true;
        foreach (var content in contents)
        {
            var (first, end) = (content.First, content.End);
            while (first < end && IsMark(first)) first++;
            while (end > first && (IsMark(end - 1) || _text.Form(end - 1) is "," && !TouchesQuotation((end - 1, end)))) end--;
            if (first >= end) continue;
            var span = _text.SpanOf(first, end);
            bool inside = false;
            for (int q = FirstQuotation(span); q < _text.Tree.Quotations.Length; q++)
            {
                var quotation = _text.Tree.Quotations[q];
                if (quotation.Content.Start >= span.End) break;
                if (quotation.Depth > 0 || !quotation.Content.OverlapsWith(span)) continue;
                if (_used[q]) continue;
                _used[q] = true;
                verbatim.Add(Said(quotation.Content));
                // Words said that began in the sentence before, or go on in the next, belong to the quote as a whole.
                if (quotation.Content.Start <= span.Start || quotation.Content.End >= span.End)
                {
                    inside |= quotation.Content.Start <= span.Start && quotation.Content.End >= span.End - 1;
                    span = span.Union(quotation.Content);
                }
            }
            whole &= inside;
            spans.Add(Said(span));
        }
        if (spans.Count == 0) return;
        var kind = verbatim.Count == 0 ? QuoteKind.Indirect : whole ? QuoteKind.Direct : QuoteKind.Mixed;
        int speaker = subject.Head >= 0 ? SpeakerOf(subject) : -1;
        bool pronoun = subject.Head >= 0 && _text.Words[subject.Head].Upos is Upos.PRON;
        int sure = pronoun ? Math.Min(confidence, speaker >= 0 ? 800 : 600) : confidence;
        var source = subject.Head >= 0 ? _text.SpanOf(subject.First, subject.End) : (TextSpan?)null;
        _quotes.Add(new Quote(kind, spans.ToImmutable(), cue, source, speaker, new Confidence(sure)) { Verbatim = verbatim.ToImmutable() });
    }

    private int SpeakerOf((int First, int End, int Head) subject)
    {
        if (_entityAt[subject.Head] is var direct and >= 0) return IsVoice(direct) ? direct : -1;
        // The head may be the title in front of the name.
        for (int i = subject.End - 1; i >= subject.First; i--)
            if (_entityAt[i] is var entity and >= 0 && IsVoice(entity) && _entities[entity].Type is EntityType.Person) return entity;
        return -1;
    }

    /// <summary>Whether the entity can speak: a nationality cannot, a place can ("Moscow said").</summary>
    private bool IsVoice(int entity) => _entities[entity].Type is not (EntityType.Norp or EntityType.Event);

    /// <summary>Quotations that no cue claims: they go on from the quote before them, or nobody is named.</summary>
    private void AddQuotationsWithoutCue()
    {
        var tree = _text.Tree;
        var withCue = _quotes.OrderBy(q => q.Content[0].Start).ToList();
        int next = 0;
        Quote? before = null;
        for (int q = 0; q < tree.Quotations.Length; q++)
        {
            var quotation = tree.Quotations[q];
            while (next < withCue.Count && withCue[next].Content[0].Start < quotation.Content.Start) before = withCue[next++];
            if (_used[q] || quotation.Depth > 0) continue;
            var sentence = _text.SentenceOf(quotation.Open);
            // A few words in the middle of a sentence are a name or a distance, not speech.
            if (quotation.Open != sentence.FirstToken) continue;
            var paragraph = tree.Blocks[sentence.Block].Span;
            bool goesOn = before is not null && (quotation.ContinuesPrevious || before.Content[0].Start >= paragraph.Start);
            if (!goesOn && WordCount(quotation) < 5) continue;
            _used[q] = true;
            int speaker = goesOn ? before!.Speaker : -1;
            var quote = new Quote(QuoteKind.Direct, [Said(quotation.Content)], null, null, speaker, new Confidence(speaker >= 0 ? 700 : 400)) { Verbatim = [Said(quotation.Content)] };
            _quotes.Add(quote);
            if (goesOn) before = quote;
        }
    }

    /// <summary>What was said, without the comma that the sentence around it puts in front of the closing mark.</summary>
    private TextSpan Said(TextSpan content) =>
        content.Length > 1 && _text.Tree.Text.Text[content.End - 1] == ',' ? new TextSpan(content.Start, content.End - 1) : content;

    private int WordCount(QuotationSyntax quotation)
    {
        int end = quotation.Close >= 0 ? quotation.Close : Math.Min(_text.Tree.Tokens.Length, quotation.Open + 8);
        return end - quotation.Open - 1;
    }

    private bool TouchesQuotation((int First, int End) range)
    {
        var span = _text.SpanOf(range.First, range.End);
        for (int q = FirstQuotation(span); q < _text.Tree.Quotations.Length && _text.Tree.Quotations[q].Content.Start < span.End; q++)
            if (_text.Tree.Quotations[q].Content.OverlapsWith(span)) return true;
        return false;
    }

    /// <summary>Index of the first outer quotation that may reach into a span. Quotations are ordered by their start.</summary>
    private int FirstQuotation(TextSpan span)
    {
        int low = 0, high = _text.Tree.Quotations.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_text.Tree.Quotations[middle].Content.Start < span.Start) low = middle + 1;
            else high = middle;
        }
        // Step back over inner quotations to the one around the span.
        int back = low;
        while (back > 0 && back > low - 6) back--;
        return back;
    }

    private bool IsMark(int token) => _text.Form(token)[0] is '“' or '”' or '"' or '«' or '»' or '‘' or '’' && _text.Tree.Tokens[token].Kind is not SyntaxKind.Word
        || _text.Form(token) is "''" or "``";
}
