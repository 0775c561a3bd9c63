using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Quotes;

/// <summary>Says what a cue attributes: a clause, an infinitive, a thing or the words between quotation marks, on one side of it or both.</summary>
internal sealed class ContentRules(AnnotatedText text, bool[] quoted)
{
    private static readonly (int First, int End) None = (-1, -1);

    /// <summary>Verbs that only carry the noun behind them: "made the claim that …", "has doubts about …".</summary>
    private static readonly FrozenSet<string> Carriers = FrozenSet.Create(
        StringComparer.Ordinal, "make", "have", "take", "express", "release", "issue", "put", "use", "send", "spend", "provide", "deliver", "raise", "turn", "hold", "launch", "file",
        "pay", "post", "throw", "publish", "draw", "give", "voice", "cast", "show", "offer", "distance", "find", "lay", "sound", "share", "reach", "drop", "level", "get", "lend", "hurl");

    /// <summary>Verbs of which the subject is what seems so, and nobody is named to whom.</summary>
    private static readonly FrozenSet<string> Seeming = FrozenSet.Create(StringComparer.Ordinal, "seem", "appear");

    /// <summary>Verbs of which the subject is what somebody else says something of: "drew criticism from the council".</summary>
    private static readonly FrozenSet<string> Receiving = FrozenSet.Create(
        StringComparer.Ordinal, "draw", "spark", "face", "provoke", "meet", "receive", "earn", "win", "enjoy", "get", "generate", "attract", "prompt", "trigger", "garner", "elicit");

    /// <summary>Verbs that only say that what the next verb says begins, goes on or is tried.</summary>
    private static readonly FrozenSet<string> Aspects = FrozenSet.Create(
        StringComparer.Ordinal, "continue", "keep", "begin", "start", "try", "attempt", "go", "come", "stop", "resume", "proceed", "have", "need", "tend", "fail", "struggle", "help", "avoid",
        "manage", "remain", "likely", "unlikely", "able", "unable", "quick", "reluctant", "careful", "free", "get");

    /// <summary>Nouns that say with any verb that something is said or thought of what follows: "paid attention to", "left no doubt about".</summary>
    private static readonly FrozenSet<string> SpeechNouns = FrozenSet.Create(
        StringComparer.Ordinal, "attention", "statement", "doubt", "mention", "word", "opinion", "tribute", "reference", "fun", "aim", "focus", "response", "confidence", "regret");

    /// <summary>Participles that say what somebody holds, not what was done to them: "is divided on", "was convinced that".</summary>
    private static readonly FrozenSet<string> States = FrozenSet.Create(
        StringComparer.Ordinal, "divide", "split", "convince", "alarm", "anger", "concern", "worry", "disappoint", "please", "commit", "prepare", "determine", "interest", "surprise",
        "frustrate", "excite", "oppose", "dedicate", "resign", "incline", "satisfy", "bother", "enamor", "persuade", "intrigue");

    /// <summary>Prepositions that lead on to what is attributed.</summary>
    private static readonly FrozenSet<string> Leading = FrozenSet.Create(
        StringComparer.Ordinal, "of", "for", "as", "about", "to", "from", "with", "against", "over", "into", "between", "among", "than", "on", "upon", "behind", "off", "toward",
        "towards", "regarding", "concerning", "at", "in", "like", "by", "around");

    /// <summary>Whether the subject of a verb is what seems so.</summary>
    public static bool IsSeeming(string lemma) => Seeming.Contains(lemma);

    /// <summary>Whether the participle of a verb says what its subject holds.</summary>
    public static bool IsState(string lemma) => States.Contains(lemma);

    /// <summary>Whether the subject of a verb is what somebody else says something of.</summary>
    public static bool IsReceiving(string lemma) => Receiving.Contains(lemma);

    /// <summary>Whether a participle has an object or a clause of its own, so that it is a past tense: "the crowd cheered the plan".</summary>
    public static bool IsActive(AnnotatedText text, int head)
    {
        foreach (int dependent in text.Dependents(head))
            if (dependent > head && text.Words[dependent].Relation.Universal() is DependencyRelation.Obj or DependencyRelation.Ccomp) return true;
        return false;
    }

    /// <summary>What is attributed, in front of the cue and behind it.</summary>
    public ((int First, int End) Before, (int First, int End) After) Find(
        SentenceSyntax sentence, int head, (int First, int End) cue, int sourceHead, (int First, int End) source)
    {
        var word = text.Words[head];
        var group = source.First < 0 ? cue : (First: Math.Min(cue.First, source.First), End: Math.Max(cue.End, source.End));
        if (word.Upos is Upos.PUNCT) return (None, Trim(cue.End, sentence.EndToken));
        if (word.Relation.Universal() is DependencyRelation.Case) return AroundPhrase(sentence, head, group);
        if (word.Upos is Upos.NOUN or Upos.PROPN && text.Dependent(head, DependencyRelation.Cop) < 0) return (None, OfNoun(head, cue.End));
        if (word.Relation.Universal() is DependencyRelation.Advcl && ReportVerbs.Has(word.Lemma) && IsAside(head) && !QuotationMark.Is(text, group.End) && !QuotationMark.Is(text, group.End + 1)) return AroundAside(sentence, head, group);
        var before = InFront(sentence, head, cue, source, group, out bool isClause);
        int from = source.First >= cue.End ? source.End : cue.End;
        return (before, Behind(sentence, head, from, sourceHead, source, isClause && before.First >= 0));
    }

    /// <summary>"according to the council": the rest of the clause.</summary>
    private ((int First, int End) Before, (int First, int End) After) AroundPhrase(SentenceSyntax sentence, int head, (int First, int End) group)
    {
        int clause = text.Head(text.Head(head));
        var range = clause < 0 || text.Head(clause) < 0 ? (First: sentence.FirstToken, End: sentence.EndToken) : text.Subtree(clause);
        if (IsSetOff(group.First)) range = (sentence.FirstToken, Math.Max(range.End, group.End));
        int first = Words(range.First, group.First);
        if (first < group.First && text.Words[first].Upos is Upos.CCONJ) first++;
        var before = Trim(first, group.First);
        var after = Trim(group.End, range.End);
        // Behind a phrase at the end of what it attributes come other clauses.
        if (before.First >= 0 && after.First >= 0 && !IsBorderAt(group.End)) after = None;
        return (before, after);
    }

    /// <summary>"as the council reported", which says nothing itself of what was reported.</summary>
    private bool IsAside(int head)
    {
        bool opens = false;
        foreach (int dependent in text.Dependents(head))
        {
            if (text.Words[dependent].Lemma is "as" && dependent < head) opens = true;
            if (dependent > head && text.Words[dependent].Relation.Universal() is DependencyRelation.Ccomp or DependencyRelation.Obj or DependencyRelation.Xcomp) return false;
        }
        return opens;
    }

    /// <summary>What the clause says in which "as the council reported" stands.</summary>
    private ((int First, int End) Before, (int First, int End) After) AroundAside(SentenceSyntax sentence, int head, (int First, int End) group)
    {
        int clause = text.Head(head);
        var range = clause < 0 || text.Head(clause) < 0 ? (First: sentence.FirstToken, End: sentence.EndToken) : text.Subtree(clause);
        int first = Math.Min(text.Subtree(head).First, group.First);
        var before = range.First < first ? Trim(Words(range.First, first), first) : None;
        int end = Math.Max(text.Subtree(head).End, group.End);
        var after = end < range.End && IsBorder(text, end) ? Trim(end, range.End) : None;
        return (before, after);
    }

    // ---- in front ----

    private (int First, int End) InFront(SentenceSyntax sentence, int head, (int First, int End) cue, (int First, int End) source, (int First, int End) group, out bool isClause)
    {
        isClause = false;
        var word = text.Words[head];
        if (word.Relation is DependencyRelation.Acl && word.Xpos is Xpos.VBN && text.Head(head) is >= 0 and var noun && noun < head && !(noun >= source.First && noun < source.End))
            return Trim(text.Subtree(noun).First, cue.First);
        if ((Seeming.Contains(word.Lemma) || Receiving.Contains(word.Lemma) && source.First > head) && text.Dependent(head, DependencyRelation.Nsubj, DependencyRelation.Csubj) is >= 0 and var theme && theme < head)
            return Trim(text.Subtree(theme).First, Math.Min(text.Subtree(theme).End, cue.First));
        isClause = true;
        bool reports = ReportVerbs.Has(word.Lemma);
        // Behind a closing mark the words between the marks were said, whatever the tree hangs on the verb behind it.
        bool marked = group.First > sentence.FirstToken + 1 && (QuotationMark.Is(text, group.First - 1) || QuotationMark.Is(text, group.First - 2) && IsBorder(text, group.First - 1)) && !quoted[group.First];
        reports |= marked;
        bool follows = !marked && text.Dependent(head, DependencyRelation.Ccomp) is >= 0 and var right && (right > head || text.Dependents(head)[^1] is var last && last > head && text.Words[last].Relation.Universal() is DependencyRelation.Ccomp);
        foreach (int dependent in text.Dependents(head))
        {
            if (dependent >= cue.First) break;
            var relation = text.Words[dependent].Relation;
            var subtree = text.Subtree(dependent);
            switch (relation.Universal())
            {
                case DependencyRelation.Ccomp or DependencyRelation.Parataxis or DependencyRelation.Dislocated when (subtree.End <= group.First || dependent < group.First) && !follows && dependent != source.First && IsSetOff(group.First)
                    && !(dependent >= source.First && dependent < source.End):
                    // "On Monday the ferry sank, she said": what stands in front of the clause is said too.
                    int first = (text.Head(head) < 0 || reports && word.Relation.Universal() is not (DependencyRelation.Acl or DependencyRelation.Advcl or DependencyRelation.Conj or DependencyRelation.Ccomp))
                        && IsSetOff(group.First) ? sentence.FirstToken : subtree.First;
                    first = Words(first, group.First);
                    if (text.Words[first].Upos is Upos.CCONJ && first < subtree.First) first++;
                    return Trim(first, IsSetOff(group.First) ? group.First : Math.Min(subtree.End, group.First));
                case DependencyRelation.Nsubj when relation is DependencyRelation.NsubjPass && !(dependent >= source.First && dependent < source.End):
                    isClause = false;
                    return Trim(subtree.First, Math.Min(subtree.End, cue.First));
                case DependencyRelation.Csubj:
                    isClause = false;
                    return Trim(subtree.First, Math.Min(subtree.End, cue.First));
                case DependencyRelation.Obj when text.Words[dependent].Xpos is Xpos.WDT or Xpos.WP:
                    isClause = false;
                    return (dependent, dependent + 1);
            }
        }
        // "what he said would happen": the pronoun stands for what is attributed.
        if (word.Relation is DependencyRelation.AclRelcl or DependencyRelation.Ccomp or DependencyRelation.AdvclRelcl && text.Subtree(head).First is var opener && opener < group.First
            && text.Words[opener].Xpos is Xpos.WDT or Xpos.WP && !(opener >= source.First && opener < source.End) && (text.Words[opener].Relation is not DependencyRelation.Nsubj || text.Head(opener) != head))
        {
            isClause = false;
            return (opener, opener + 1);
        }
        // "The ferry, she said, sank": the clause around the cue.
        if (word.Relation.Universal() is DependencyRelation.Parataxis or DependencyRelation.Discourse && reports && text.Head(head) is >= 0 and var around)
        {
            var clause = text.Head(around) < 0 ? (First: sentence.FirstToken, End: sentence.EndToken) : text.Subtree(around);
            if (clause.First < group.First && IsSetOff(group.First) && !follows) return Trim(Words(clause.First, group.First), group.First);
        }
        // A report in front of which a comma or a mark closes other words, and behind which no clause follows.
        bool between = text.Form(Math.Min(group.End, sentence.EndToken - 1)) is ",";
        if (reports && (!follows || between) && (marked || !ReportVerbs.IsWeak(word.Lemma)) && source.First >= 0 && IsSetOff(group.First) && Words(sentence.FirstToken, group.First) is var start && start < group.First - 1
            && (marked || between && !IsClauseOf(start, group.First) || !follows && quoted[group.First - 1] || !follows && (quoted[Math.Max(sentence.FirstToken, group.First - 2)] || HasFiniteVerb(start, group.First)))
            && text.Words[start].Upos is not Upos.SCONJ && word.Relation is not (DependencyRelation.AclRelcl or DependencyRelation.Advcl)) return Trim(start, group.First);
        return None;
    }

    /// <summary>Whether words are a clause, not the beginning of one: "as it sank", "when asked".</summary>
    private bool IsClauseOf(int first, int end)
    {
        for (int i = first; i < end; i++)
            if (text.Words[i].Upos is Upos.VERB && text.Words[i].Relation is not DependencyRelation.Amod || text.Words[i].Upos is Upos.SCONJ) return true;
        return false;
    }

    // ---- behind ----

    private (int First, int End) Behind(SentenceSyntax sentence, int head, int from, int sourceHead, (int First, int End) source, bool hasFront, int steps = 0)
    {
        // "…, she said, “…”": the quotation goes on.
        int next = from;
        while (next < sentence.EndToken && IsBorder(text, next) && !(QuotationMark.Is(text, next) && next + 1 < sentence.EndToken && quoted[next + 1])) next++;
        bool opens = next + 1 < sentence.EndToken && QuotationMark.Is(text, next) && quoted[next + 1];
        if (hasFront)
        {
            if (opens && next > from) return Trim(next, sentence.EndToken);
            return Reopened(sentence, from) is >= 0 and var again ? Trim(again, sentence.EndToken) : GoesOn(sentence, head, from);
        }
        int thing = -1, oblique = -1;
        foreach (int dependent in text.Dependents(head))
        {
            if (dependent < from || dependent == sourceHead) continue;
            var relation = text.Words[dependent].Relation;
            switch (relation.Universal())
            {
                case DependencyRelation.Ccomp or DependencyRelation.Csubj:
                    return thing >= 0 && text.Words[dependent].Xpos is Xpos.VBG or Xpos.VB && !HasFiniteVerb(text.Subtree(dependent).First, text.Subtree(dependent).End)
                        ? Trim(text.Subtree(thing).First, text.Subtree(dependent).End) : Clause(dependent, from);
                case DependencyRelation.Xcomp when (Aspects.Contains(text.Words[head].Lemma) || ReportVerbs.Has(text.Words[dependent].Lemma) || text.Words[dependent].Lemma is "know" or "talk") && steps < 3 && Behind(sentence, dependent, dependent + 1, sourceHead, source, false, steps + 1) is { First: >= 0 } done:
                    return done;
                case DependencyRelation.Xcomp:
                    if (text.Words[dependent].Upos is Upos.ADJ && Below(dependent) is >= 0 and var below) return Clause(below, from);
                    // "made clear that …": the clause hangs on the verb.
                    if (text.Words[dependent].Upos is Upos.ADJ && text.Words[text.Dependents(head)[^1]].Relation is DependencyRelation.Ccomp
                        || text.Words[dependent].Upos is Upos.ADJ && text.Dependents(head).Length > 1 && text.Words[text.Dependents(head)[^2]].Relation is DependencyRelation.Ccomp && text.Dependents(head)[^2] > dependent) continue;
                    int start = Math.Max(from, thing >= 0 ? text.Subtree(thing).First : text.Subtree(dependent).First);
                    return Trim(start, EndOfThing(start, EndOf(head, dependent)));
                case DependencyRelation.Obj or DependencyRelation.Nsubj when thing < 0:
                    thing = dependent;
                    break;
                case DependencyRelation.Obl or DependencyRelation.Nmod when oblique < 0 && relation is not DependencyRelation.OblAgent && IsTopic(dependent):
                    oblique = dependent;
                    break;
                case DependencyRelation.Advcl when thing < 0 && oblique < 0 && !IsSetOff(text.Subtree(dependent).First) && text.Words[dependent].Xpos is Xpos.VB or Xpos.VBG or Xpos.VBN && IsAim(dependent):
                    return Aim(dependent, from);
            }
        }
        bool reports = ReportVerbs.Has(text.Words[head].Lemma);
        if (opens && thing < 0) return Trim(next, Math.Max(CloseOf(sentence, next), EndOfClauseAt(sentence, head, next)));
        if (reports && Reopened(sentence, from) is >= 0 and var quotation && !quoted[head]) return Trim(quotation, Math.Max(CloseOf(sentence, quotation), EndOfClauseAt(sentence, head, quotation)));
        if (reports && OpenedClause(sentence, from) is { First: >= 0 } loose) return loose;
        if (thing >= 0) return Thing(sentence, head, thing, from);
        if (oblique >= 0) return Oblique(head, oblique, from);
        // Behind a colon everything is said.
        if (next > from && text.Form(from) is ":") return Trim(next, sentence.EndToken);
        return None;
    }

    /// <summary>The mark that opens a quotation behind a sign, some words behind the cue: "said in an interview: “…”"; -1 when there is none.</summary>
    private int Reopened(SentenceSyntax sentence, int from)
    {
        for (int i = from + 1; i + 1 < sentence.EndToken; i++)
        {
            if (quoted[i] && !QuotationMark.Is(text, i)) return -1;
            if (QuotationMark.Is(text, i) && quoted[i + 1]) return text.Form(i - 1) is ":" or "," or "." or "?" or "!" or "that" ? i : -1;
        }
        return -1;
    }

    /// <summary>The clause that "that" or a question word opens some words behind a report, where the tree hangs it on something else.</summary>
    private (int First, int End) OpenedClause(SentenceSyntax sentence, int from)
    {
        const int Reach = 14;
        for (int i = from; i < Math.Min(sentence.EndToken, from + Reach); i++)
        {
            if (text.Words[i].Upos is Upos.VERB or Upos.AUX || IsBorder(text, i)) return None;
            bool opens = text.Words[i].Xpos is Xpos.WRB or Xpos.WP || text.Words[i].Upos is Upos.SCONJ && text.Words[i].Lemma is "that" or "whether" or "if";
            if (!opens) continue;
            int verb = i;
            while (text.Head(verb) is var governor && governor > i) verb = governor;
            return verb == i ? None : Trim(i, EndOfSaid(i, text.Subtree(verb).End));
        }
        return None;
    }

    /// <summary>"The ferry, she said, sank": what the clause around the cue says behind it.</summary>
    private (int First, int End) GoesOn(SentenceSyntax sentence, int head, int from)
    {
        if (from >= sentence.EndToken || text.Form(from) is not ("," or "—" or "–")) return None;
        foreach (int dependent in text.Dependents(head))
            if (dependent > from && text.Words[dependent].Relation.Universal() is DependencyRelation.Ccomp) return Trim(from, text.Head(head) < 0 ? sentence.EndToken : text.Subtree(dependent).End);
        int around = text.Head(head);
        if (text.Words[head].Relation.Universal() is not DependencyRelation.Parataxis || around < from) return None;
        return Trim(from, text.Head(around) < 0 ? sentence.EndToken : text.Subtree(around).End);
    }

    private (int First, int End) Clause(int clause, int from)
    {
        var subtree = text.Subtree(clause);
        int first = Math.Max(from, subtree.First);
        // "told the paper last week that …": the clause begins with its "that".
        if (text.Dependent(clause, DependencyRelation.Mark) is >= 0 and var mark && mark > first && mark < first + 4 && text.Form(mark) is "that") first = mark;
        // "said on Friday he would come": when it was said stands in front of what was said.
        if (text.Words[first].Upos is Upos.ADP && text.Head(first) is var day && day > first && SpeechSetting.IsTime(text.Words[day].Lemma) && text.Subtree(day).End is var past && past < subtree.End && !IsBorder(text, past)) first = past;
        else if (SpeechSetting.IsTime(text.Words[first].Lemma) && text.Words[first].Upos is Upos.PROPN && first + 1 < subtree.End && !IsBorder(text, first + 1)) first++;
        return Trim(first, EndOfSaid(first, EndOf(text.Head(clause), clause)));
    }

    /// <summary>
    /// Where another report of the same speaker begins, the clause ends, though the tree hangs it on: "said it was early, adding that …", "said it
    /// was early but declined to …".
    /// </summary>
    private int EndOfSaid(int first, int end)
    {
        for (int i = first + 2; i < end; i++)
        {
            var word = text.Words[i];
            if (quoted[i] || !ReportVerbs.Has(word.Lemma) && word.Lemma is not ("cite" or "accuse" or "decline" or "refuse")) continue;
            if (word.Xpos is Xpos.VBG && text.Form(i - 1) is ",") return i - 1;
            if (text.Dependent(i, DependencyRelation.Nsubj) >= 0) continue;
            int start = i;
            bool finite = word.Xpos is Xpos.VBD or Xpos.VBZ;
            while (start - 1 > first && text.Words[start - 1].Upos is Upos.AUX or Upos.ADV or Upos.PART)
            {
                start--;
                finite |= text.Words[start].Xpos is Xpos.VBD or Xpos.VBZ;
            }
            if (finite && text.Words[start - 1].Upos is Upos.CCONJ) return start - 1;
        }
        return end;
    }

    private int Below(int token)
    {
        foreach (int dependent in text.Dependents(token))
            if (dependent > token && text.Words[dependent].Relation.Universal() is DependencyRelation.Ccomp or DependencyRelation.Csubj or DependencyRelation.Advcl) return dependent;
        return -1;
    }

    /// <summary>A noun behind the verb with what the verb says of it: "called the plan a disaster", "criticized him for waiting".</summary>
    private (int First, int End) Thing(SentenceSyntax sentence, int head, int thing, int from)
    {
        if (text.Words[thing].Upos is Upos.NOUN && (Carriers.Contains(text.Words[head].Lemma) || SpeechNouns.Contains(text.Words[thing].Lemma)))
        {
            foreach (int dependent in text.Dependents(thing))
                if (dependent > thing && text.Words[dependent].Xpos is Xpos.VBG && text.Words[dependent].Relation is DependencyRelation.Acl && ReportVerbs.Has(text.Words[dependent].Lemma)
                    && Behind(sentence, dependent, dependent + 1, -1, None, false, 2) is { First: >= 0 } said) return said;
            if (OfNoun(thing, from) is { First: >= 0 } inner) return inner;
            foreach (int dependent in text.Dependents(head))
                if (dependent > thing && text.Words[dependent].Relation is DependencyRelation.Obl && IsTopic(dependent) && !IsSetOff(text.Subtree(dependent).First)) return Oblique(head, dependent, from);
        }
        var subtree = text.Subtree(thing);
        return Trim(Math.Max(from, subtree.First), EndOfThing(Math.Max(from, subtree.First), EndOf(head, thing)));
    }

    /// <summary>A thing ends where a comma sets a participle or a relative clause beside it.</summary>
    private int EndOfThing(int first, int end)
    {
        for (int i = first + 2; i < end; i++)
            if (!quoted[i] && text.Form(i - 1) is "," && text.Words[i].Xpos is Xpos.VBG or Xpos.WDT or Xpos.WP) return i - 1;
        return end;
    }

    private (int First, int End) Oblique(int head, int oblique, int from)
    {
        int first = text.Subtree(oblique).First;
        foreach (int dependent in text.Dependents(oblique))
            if (dependent < oblique && text.Words[dependent].Relation.Universal() is DependencyRelation.Case && text.Words[dependent].Lemma is not ("as" or "like")) first = dependent + 1;
        return Trim(Math.Max(from, first), EndOf(head, oblique));
    }

    /// <summary>What depends on a cue that is a noun: "the claim that …", "the plan to …", "criticism of …".</summary>
    private (int First, int End) OfNoun(int noun, int from)
    {
        int complement = -1;
        foreach (int dependent in text.Dependents(noun))
        {
            if (dependent < noun || text.Subtree(dependent).First < noun) continue;
            switch (text.Words[dependent].Relation.Universal())
            {
                case DependencyRelation.Ccomp or DependencyRelation.Xcomp or DependencyRelation.Advcl:
                    return Trim(Math.Max(from, text.Subtree(dependent).First), text.Subtree(dependent).End);
                case DependencyRelation.Acl when text.Words[dependent].Relation is not DependencyRelation.AclRelcl || text.Dependent(dependent, DependencyRelation.Mark) >= 0:
                    return IsAim(dependent) ? Aim(dependent, from) : Trim(Math.Max(from, text.Subtree(dependent).First), text.Subtree(dependent).End);
                case DependencyRelation.Nmod when complement < 0 && IsTopic(dependent) && !(text.Dependent(dependent, DependencyRelation.Case) is >= 0 and var by && text.Words[by].Lemma is "by" or "from" or "among"):
                    complement = dependent;
                    break;
            }
        }
        return complement < 0 ? None : Oblique(noun, complement, from);
    }

    /// <summary>Just past what belongs to the thing at hand: obliques and infinitives in a row, no clause of time and nothing behind a comma.</summary>
    private int EndOf(int head, int thing)
    {
        int end = text.Subtree(thing).End;
        foreach (int dependent in text.Dependents(head))
        {
            if (dependent <= thing || text.Subtree(dependent).First < end) continue;
            var word = text.Words[dependent];
            if (text.Subtree(dependent).First is var start && (start > end && !QuotationMark.Is(text, end) || start > 0 && text.Form(start - 1) is "," or ":" or ";" or "—" or "–" or "-")) break;
            bool belongs = word.Relation.Universal() switch
            {
                DependencyRelation.Xcomp => true,
                DependencyRelation.Obl when word.Relation is DependencyRelation.OblTmod => false,
                DependencyRelation.Obl when word.Relation is DependencyRelation.OblUnmarked => !SpeechSetting.IsTime(word.Lemma),
                DependencyRelation.Obl => IsTopic(dependent),
                DependencyRelation.Advcl => IsAim(dependent) || text.Words[dependent].Xpos is Xpos.VBG && text.Dependent(dependent, DependencyRelation.Mark) < 0,
                DependencyRelation.Advmod => text.Words[dependent].Xpos is not Xpos.WRB,
                _ => false,
            };
            if (!belongs) break;
            end = text.Subtree(dependent).End;
        }
        return end;
    }

    /// <summary>Whether an oblique says what was spoken of, not when, where or by whom.</summary>
    private bool IsTopic(int oblique)
    {
        var word = text.Words[oblique];
        if (word.Relation is DependencyRelation.OblTmod or DependencyRelation.OblUnmarked or DependencyRelation.OblAgent) return false;
        if (text.Dependent(oblique, DependencyRelation.Case) is not (>= 0 and var marker) || marker > oblique || !Leading.Contains(text.Words[marker].Lemma)) return false;
        return text.Words[marker].Lemma is not ("on" or "in" or "at" or "by" or "during" or "to") || !SpeechSetting.IsTime(word.Lemma) && !SpeechSetting.IsMedium(word.Lemma)
            && !(text.Words[marker].Lemma is "to" && text.Words[oblique].Lemma is "reporter" or "crowd" or "audience" or "supporter");
    }

    /// <summary>Whether a clause goes on from a verb like its object: "to rebuild it", "for waiting", "as being late".</summary>
    private bool IsAim(int clause)
    {
        foreach (int dependent in text.Dependents(clause))
            if (dependent < clause && text.Words[dependent].Relation.Universal() is DependencyRelation.Mark or DependencyRelation.Case)
                return text.Words[dependent].Lemma is "to" or "for" or "of" or "as" or "from" or "with" or "about" or "against" or "that" or "on" or "over" or "whether" or "at";
        return false;
    }

    private (int First, int End) Aim(int clause, int from)
    {
        int first = text.Subtree(clause).First;
        foreach (int dependent in text.Dependents(clause))
            if (dependent < clause && text.Words[dependent].Relation.Universal() is DependencyRelation.Mark or DependencyRelation.Case
                && text.Words[dependent].Lemma is "for" or "of" or "from" or "with" or "about" or "against" or "on" or "over" or "at" && dependent == first) first = dependent + 1;
        return Trim(Math.Max(from, first), text.Subtree(clause).End);
    }

    // ---- borders ----

    /// <summary>Whether a token is a sign that stands between what is attributed and the attribution.</summary>
    public static bool IsBorder(AnnotatedText text, int token) => token >= 0 && token < text.Words.Length
        && (text.Form(token) is "," or "." or ":" or ";" or "—" or "–" or "--" or "-" or "―" || QuotationMark.Is(text, token));

    private bool IsBorderAt(int token) => IsBorder(text, token);

    /// <summary>Whether a sign sets off what stands in front of a token.</summary>
    private bool IsSetOff(int token) => token > 0 && (IsBorder(text, token - 1) || text.Form(token - 1) is "?" or "!");

    private int Words(int from, int end)
    {
        while (from + 1 < end && IsBorder(text, from)) from++;
        return from;
    }

    private (int First, int End) Trim(int first, int end) => Trim(text, first, end);

    /// <summary>A range without the signs at its ends; both -1 where nothing else is in it.</summary>
    public static (int First, int End) Trim(AnnotatedText text, int first, int end)
    {
        while (first < end && IsBorder(text, first)) first++;
        while (end > first && IsBorder(text, end - 1)) end--;
        return first < end ? (first, end) : None;
    }

    private int CloseOf(SentenceSyntax sentence, int mark)
    {
        int end = mark + 1;
        while (end < sentence.EndToken && quoted[end]) end++;
        return end;
    }

    /// <summary>Just past the words of the clause that begins at a token, as far as they do not stand over the cue.</summary>
    private int EndOfClauseAt(SentenceSyntax sentence, int head, int first)
    {
        int end = first;
        for (int i = first; i < sentence.EndToken; i++)
            if (text.Head(i) == head && text.Subtree(i).First <= first + 1) end = Math.Max(end, text.Subtree(i).End);
        return end;
    }

    private bool HasFiniteVerb(int first, int end)
    {
        for (int i = first; i < end; i++)
            if (text.Words[i].Xpos is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD) return true;
        return false;
    }
}
