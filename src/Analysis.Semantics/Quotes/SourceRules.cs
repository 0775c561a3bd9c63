using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Quotes;

/// <summary>Says to whom a cue attributes, and which words name them.</summary>
internal sealed class SourceRules(AnnotatedText text, bool[] quoted)
{
    // Clauses that share the subject of the clause above them nest no deeper in news.
    private const int MaxSteps = 5;

    /// <summary>The token that governs the words for the source; -1 when nobody is named.</summary>
    public int HeadOf(SentenceSyntax sentence, int head)
    {
        var word = text.Words[head];
        // "according to the council", "for many voters, …": the cue stands under its noun like a preposition.
        if (word.Relation.Universal() is DependencyRelation.Case) return IsNominal(text.Head(head)) ? text.Head(head) : -1;
        if (word.Upos is Upos.NOUN && text.Dependent(head, DependencyRelation.Cop) < 0) return OfNoun(head);
        if (word.Upos is Upos.PUNCT) return OfColon(sentence, head);
        if (ContentRules.IsSeeming(word.Lemma)) return Beholder(head);
        if (ContentRules.IsReceiving(word.Lemma) && Giver(head) is >= 0 and var giver) return giver;
        return OfClause(sentence, head, 0);
    }

    /// <summary>Whom words are said to: "told reporters that …", "said to the council".</summary>
    public (int First, int End) AddresseeOf(SentenceSyntax sentence, int head, (int First, int End) content)
    {
        if (!ReportVerbs.Has(text.Words[head].Lemma) && text.Words[head].Lemma is not ("remind" or "assure" or "convince" or "persuade")) return (-1, -1);
        foreach (int dependent in text.Dependents(head))
        {
            if (dependent < head) continue;
            var relation = text.Words[dependent].Relation.Universal();
            bool addressed = relation is DependencyRelation.Iobj
                || relation is DependencyRelation.Obj && Addresses(text.Words[head].Lemma) && !(content.First >= 0 && dependent >= content.First && dependent < content.End)
                || relation is DependencyRelation.Obl && text.Dependent(dependent, DependencyRelation.Case) is >= 0 and var marker && text.Words[marker].Lemma is "to"
                    && text.Words[dependent].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && !SpeechSetting.IsMedium(text.Words[dependent].Lemma);
            if (!addressed || !IsNominal(dependent)) continue;
            int first = dependent, end = dependent + 1;
            foreach (int below in text.Dependents(dependent))
                if (text.Words[below].Relation.Universal() is DependencyRelation.Det or DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.Flat or DependencyRelation.Nummod
                    || text.Words[below].Relation is DependencyRelation.NmodPoss or DependencyRelation.NmodDesc) (first, end) = (Math.Min(first, text.Subtree(below).First), Math.Max(end, text.Subtree(below).End));
            if (content.First < 0 || end <= content.First || first >= content.End) return (Math.Max(first, head + 1), Math.Min(end, sentence.EndToken));
        }
        return (-1, -1);

        static bool Addresses(string lemma) => lemma is "tell" or "ask" or "remind" or "assure" or "inform" or "warn" or "urge" or "convince" or "persuade" or "caution";
    }

    /// <summary>"people familiar with the plan said": the tree takes what they are familiar with for the subject.</summary>
    public (int First, int End) OfFamiliar(int head, int cue)
    {
        int governor = text.Head(head);
        if (!ReportVerbs.Has(text.Words[head].Lemma) || governor < 0 || governor > head || text.Words[head].Relation.Universal() is not DependencyRelation.Advcl) return (-1, -1);
        return text.Dependent(head, DependencyRelation.Mark) is >= 0 and var mark && mark == governor + 1 && text.Words[mark].Lemma is "with" or "to" or "on"
            && text.Words[governor].Upos is Upos.ADJ or Upos.VERB && text.Dependent(governor, DependencyRelation.Nsubj) is >= 0 and var subject && subject < governor
            ? (text.Subtree(subject).First, cue) : (-1, -1);
    }

    private int OfClause(SentenceSyntax sentence, int head, int steps)
    {
        bool passive = false, reports = ReportVerbs.Has(text.Words[head].Lemma);
        int subject = -1;
        foreach (int dependent in text.Dependents(head))
        {
            var relation = text.Words[dependent].Relation;
            if (text.Words[dependent].Upos is Upos.PUNCT) continue;
            if (relation is DependencyRelation.NsubjPass or DependencyRelation.CsubjPass or DependencyRelation.AuxPass) passive = true;
            else if (relation is DependencyRelation.Nsubj or DependencyRelation.NsubjOuter && (subject < 0 || dependent < head))
            {
                // The subject of the words between the marks is not that of the report behind them.
                if (!reports || quoted[head] || !quoted[dependent]) subject = dependent;
            }
        }
        if (steps == 0 && (ClosesQuotation(sentence, head) || IsInverted(sentence, head)) && (BehindReport(sentence, head) is >= 0 and var behind)) return behind;
        if (steps == 0 && subject >= 0 && OfFamiliar(head, head).First >= 0) return -1;
        if (subject >= 0) return steps == 0 ? WithFront(sentence, head, subject) : subject;
        var word = text.Words[head];
        if (passive && ContentRules.IsState(word.Lemma) && text.Dependent(head, DependencyRelation.Nsubj) is >= 0 and var holder && holder < head) return holder;
        if (word.Xpos is Xpos.VBN && word.Relation is DependencyRelation.Acl && !passive && (ContentRules.IsState(word.Lemma) || ContentRules.IsActive(text, head)) && IsNominal(text.Head(head))) return text.Head(head);
        if (passive || word.Xpos is Xpos.VBN && word.Relation is DependencyRelation.Acl) return steps == 0 ? AgentOf(head) : -1;
        if (steps == 0 && (InFrontOf(sentence, head) is >= 0 and var front)) return front;
        if (steps == 0 && (BehindReport(sentence, head) is >= 0 and var inverted)) return inverted;
        if (steps == 0 && (Fronted(sentence, head) is >= 0 and var fronted)) return fronted;
        int governor = text.Head(head);
        if (governor < 0 || steps == MaxSteps) return -1;
        switch (word.Relation)
        {
            case DependencyRelation.Conj when reports && text.Words[governor].Relation is DependencyRelation.Ccomp && text.Head(governor) is >= 0 and var outer && ReportVerbs.Has(text.Words[outer].Lemma):
                // "said the ferry was late and insisted that …": the tree hangs the second report on the words of the first.
                return OfClause(sentence, outer, steps + 1);
            case DependencyRelation.Conj:
                return OfClause(sentence, governor, steps + 1) is >= 0 and var same ? same : reports && steps == 0 ? OfSentence(sentence, head) : -1;
            case DependencyRelation.Acl when word.Xpos is Xpos.VB && text.Words[governor].Upos is Upos.NOUN:
                if (text.Dependent(governor, DependencyRelation.Nmod) is >= 0 and var owner && text.Words[owner].Relation is DependencyRelation.NmodPoss) return owner;
                return text.Words[governor].Relation.Universal() is DependencyRelation.Obj or DependencyRelation.Obl && text.Head(governor) is >= 0 and var verb ? OfClause(sentence, verb, steps + 1) : governor;
            case DependencyRelation.Advcl when reports && word.Xpos is Xpos.VBG && text.Words[governor].Relation is DependencyRelation.Ccomp && text.Head(governor) is >= 0 and var said && ReportVerbs.Has(text.Words[said].Lemma):
                // "said that the line could sail again, adding: …": who said it adds, not the line.
                return OfClause(sentence, said, steps + 1);
            case DependencyRelation.Csubj or DependencyRelation.Advcl:
                return word.Xpos is Xpos.VBG or Xpos.VB or Xpos.VBN || word.Upos is Upos.ADJ ? OfGovernor(sentence, governor, steps) : -1;
            case DependencyRelation.Xcomp:
                return text.Dependent(governor, DependencyRelation.Obj) is >= 0 and var thing && thing < head ? thing : OfClause(sentence, governor, steps + 1);
            case DependencyRelation.Ccomp:
                return word.Xpos is Xpos.VBG or Xpos.VB && text.Words[governor].Upos is Upos.VERB ? OfClause(sentence, governor, steps + 1) : -1;
            case DependencyRelation.Acl or DependencyRelation.AclRelcl:
                return IsNominal(governor) ? governor : -1;
            case DependencyRelation.Parataxis:
                return OfClause(sentence, governor, steps + 1) is >= 0 and var shared && word.Xpos is Xpos.VBG ? shared : -1;
            case DependencyRelation.Amod:
                return IsNominal(governor) ? governor : -1;
            default:
                return -1;
        }
    }

    /// <summary>The subject of the sentence, for a report that goes on from it: "… and said that …".</summary>
    private int OfSentence(SentenceSyntax sentence, int head)
    {
        int root = head;
        while (text.Head(root) is >= 0 and var above) root = above;
        return root < head && text.Dependent(root, DependencyRelation.Nsubj) is >= 0 and var subject && subject < root && text.Words[subject].Relation is DependencyRelation.Nsubj ? subject : -1;
    }

    private int OfGovernor(SentenceSyntax sentence, int governor, int steps) =>
        text.Words[governor].Upos is Upos.VERB or Upos.AUX or Upos.ADJ || text.Dependent(governor, DependencyRelation.Cop) >= 0 ? OfClause(sentence, governor, steps + 1) : -1;

    /// <summary>"by the council" in a passive clause.</summary>
    private int AgentOf(int head)
    {
        foreach (int dependent in text.Dependents(head))
            if (dependent > head && text.Words[dependent].Relation.Universal() is DependencyRelation.Obl
                && (text.Words[dependent].Relation is DependencyRelation.OblAgent || text.Dependent(dependent, DependencyRelation.Case) is >= 0 and var marker && text.Words[marker].Lemma is "by")) return dependent;
        return -1;
    }

    /// <summary>"seems likely to many": who it seems so to.</summary>
    private int Beholder(int head)
    {
        foreach (int dependent in text.Dependents(head))
            if (dependent > head && text.Words[dependent].Relation is DependencyRelation.Obl && text.Dependent(dependent, DependencyRelation.Case) is >= 0 and var marker
                && text.Words[marker].Lemma is "to") return dependent;
        return -1;
    }

    /// <summary>Whether a quotation and the comma with it end in front of a report: "“…,” said Ann Lee".</summary>
    private bool ClosesQuotation(SentenceSyntax sentence, int head) => head - 2 >= sentence.FirstToken && QuotationMark.Is(text, head - 1) && !quoted[head]
        && text.Form(head - 2) is "," or "?" or "!" or "." or "—" or "…";

    /// <summary>"…, said Ann Lee": a comma in front of a report and a name behind it, whatever the tree takes for its subject.</summary>
    private bool IsInverted(SentenceSyntax sentence, int head) => head > sentence.FirstToken && head + 1 < sentence.EndToken && text.Form(head) is "said" or "says" && text.Form(head - 1) is ","
        && text.Words[head + 1].Upos is Upos.PROPN;

    /// <summary>The giver of what is received: "drew criticism from the council".</summary>
    private int Giver(int head)
    {
        int thing = text.Dependent(head, DependencyRelation.Obj);
        foreach (int dependent in text.Dependents(head))
            if (dependent > head && IsFrom(dependent)) return dependent;
        if (thing < 0) return -1;
        foreach (int dependent in text.Dependents(thing))
            if (dependent > thing && IsFrom(dependent)) return dependent;
        return -1;

        bool IsFrom(int token) => text.Words[token].Relation.Universal() is DependencyRelation.Obl or DependencyRelation.Nmod
            && text.Dependent(token, DependencyRelation.Case) is >= 0 and var marker && text.Words[marker].Lemma is "from" or "among";
    }

    /// <summary>The name in front of its own apposition where the tree takes the apposition for the subject: "Ann Lee, the mayor, said".</summary>
    private int WithFront(SentenceSyntax sentence, int head, int subject)
    {
        if (subject > head || !ContentRules.IsBorder(text, text.Subtree(subject).First - 1)) return subject;
        return Fronted(sentence, head) is >= 0 and var fronted && text.Subtree(fronted).End + 1 >= text.Subtree(subject).First && text.Words[fronted].Upos is Upos.PROPN
            && text.Words[subject].Upos is Upos.NOUN ? fronted : subject;
    }

    /// <summary>A noun phrase without a verb at the start of the sentence that the tree takes for something else than the subject.</summary>
    private int Fronted(SentenceSyntax sentence, int head)
    {
        if (!ReportVerbs.Has(text.Words[head].Lemma)) return -1;
        foreach (int dependent in text.Dependents(head))
        {
            if (dependent > head) break;
            if (text.Words[dependent].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON) || text.Words[dependent].Xpos is Xpos.WDT or Xpos.WP) continue;
            var subtree = text.Subtree(dependent);
            if (text.Words[dependent].Relation.Universal() is DependencyRelation.Ccomp or DependencyRelation.Parataxis or DependencyRelation.Dislocated or DependencyRelation.Vocative
                    or DependencyRelation.Discourse or DependencyRelation.Dep or DependencyRelation.Obj or DependencyRelation.Advcl or DependencyRelation.Obl
                && text.Dependent(dependent, DependencyRelation.Case, DependencyRelation.Cop) < 0 && !SpeechSetting.IsTime(text.Words[dependent].Lemma)
                && !(subtree.First > sentence.FirstToken && QuotationMark.Is(text, subtree.First - 1)) && !QuotationMark.Is(text, subtree.First) && !QuotationMark.Is(text, head - 1)) return dependent;
        }
        return -1;
    }

    /// <summary>"“…,” said Ann Lee": the noun behind a report that a sign closes in front of, whatever the tree makes of it.</summary>
    private int BehindReport(SentenceSyntax sentence, int head)
    {
        if (head == sentence.FirstToken || head + 1 >= sentence.EndToken || !ReportVerbs.Has(text.Words[head].Lemma) && !ClosesQuotation(sentence, head)) return -1;
        if (text.Words[head].Xpos is not (Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.VBN)) return -1;
        if (!ContentRules.IsBorder(text, head - 1) && text.Form(head - 1) is not ("?" or "!" or "as")) return -1;
        int next = head + 1;
        if (text.Words[next].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.DET or Upos.ADJ or Upos.NUM)) return -1;
        int top = next;
        while (text.Head(top) is var governor && governor > head && governor < sentence.EndToken && text.Words[governor].Upos is Upos.NOUN or Upos.PROPN or Upos.NUM && !HasBorder(top, governor)) top = governor;
        return IsNominal(top) ? top : -1;
    }

    private bool HasBorder(int first, int end)
    {
        for (int i = first; i < end; i++)
            if (ContentRules.IsBorder(text, i) && text.Form(i) is not ("." or "-")) return true;
        return false;
    }

    /// <summary>The noun in front of a finite verb that has no subject speaks where a comma sets both off: "…, the council said".</summary>
    private int InFrontOf(SentenceSyntax sentence, int head)
    {
        if (text.Words[head].Xpos is not (Xpos.VBD or Xpos.VBZ or Xpos.VBP) || head == sentence.FirstToken || !ReportVerbs.Has(text.Words[head].Lemma)) return -1;
        if (!IsNominal(head - 1)) return -1;
        int group = head;
        while (group > sentence.FirstToken && text.Words[group - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.ADJ or Upos.DET) group--;
        return group == sentence.FirstToken || ContentRules.IsBorder(text, group - 1) ? head - 1 : -1;
    }

    /// <summary>"the council's claim", "the claim of the council"; with "made the claim" the subject of the verb.</summary>
    private int OfNoun(int head)
    {
        foreach (int dependent in text.Dependents(head))
            if (text.Words[dependent].Relation is DependencyRelation.NmodPoss) return dependent;
        foreach (int dependent in text.Dependents(head))
        {
            var word = text.Words[dependent];
            if (dependent < head && word.Relation.Universal() is DependencyRelation.Compound && word.Upos is Upos.PROPN) return dependent;
            if (dependent > head && word.Relation.Universal() is DependencyRelation.Nmod && text.Dependent(dependent, DependencyRelation.Case) is >= 0 and var marker
                && text.Words[marker].Lemma is "from" or "by" or "among") return dependent;
        }
        int governor = text.Head(head);
        return text.Words[head].Relation is DependencyRelation.Obj && governor >= 0 && text.Dependent(governor, DependencyRelation.Nsubj) is >= 0 and var subject
            && text.Words[subject].Relation is DependencyRelation.Nsubj ? subject : -1;
    }

    /// <summary>"Lee: the bridge is safe": the words in front of the colon.</summary>
    private int OfColon(SentenceSyntax sentence, int head)
    {
        for (int i = head - 1; i >= sentence.FirstToken && i > head - 8; i--)
            if (IsNominal(i) && !(text.Head(i) is var governor && governor >= sentence.FirstToken && governor < head)) return i;
        return head > sentence.FirstToken && IsNominal(head - 1) ? head - 1 : -1;
    }

    private bool IsNominal(int token) => token >= 0 && text.Words[token].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM or Upos.DET or Upos.X or Upos.ADJ or Upos.SYM;

    // ---- which words ----

    /// <summary>The noun phrase of a source with its appositions and the clauses set beside it, up to the cue.</summary>
    /// <returns>From the first to just past the last token; both -1 where nothing is left.</returns>
    public (int First, int End) SpanOf(SentenceSyntax sentence, int head, (int First, int End) cue)
    {
        int first = head, end = head + 1;
        foreach (int dependent in text.Dependents(head))
        {
            if (dependent < head && Belongs(dependent, head, cue)) first = Math.Min(first, text.Subtree(dependent).First);
        }
        // Subtrees may cross the cue where the tree is wrong; what is contiguous counts.
        int floor = head >= cue.End ? cue.End : sentence.FirstToken, ceiling = head < cue.First ? cue.First : sentence.EndToken;
        first = Math.Max(first, floor);
        foreach (int dependent in text.Dependents(head))
        {
            if (dependent < head) continue;
            if (text.Words[dependent].Relation.Universal() is DependencyRelation.Punct) continue;
            var subtree = text.Subtree(dependent);
            if (subtree.First < end && dependent >= end) subtree = (end, subtree.End);
            if (!Belongs(dependent, head, cue) || subtree.End > ceiling) break;
            end = Math.Max(end, subtree.End);
        }
        if (text.Words[cue.First].Lemma is "accord")
        {
            end = Math.Max(end, EndOfPhrase(sentence, cue.End, head));
            // "According to the council, …": the comma ends who, though the tree may hang what follows on it.
            if (cue.First <= sentence.FirstToken + 1)
                for (int i = cue.End; i < end; i++)
                    if (text.Form(i) is ",")
                    {
                        if (HasFiniteVerb((i, end)) && !(i + 1 < end && text.Words[i + 1].Xpos is Xpos.WDT or Xpos.WP)) return Trimmed(Math.Min(first, cue.End), i);
                        break;
                    }
        }
        if (PastDateline(sentence, cue.First) is >= 0 and var past && first < past)
        {
            if (head < past) return past < cue.First ? Trimmed(past, cue.First) : (-1, -1);
            first = past;
        }
        // Words of a quotation that ends in front of the speaker were read into the noun phrase.
        if (head < cue.First && !quoted[cue.First])
            for (int i = end - 1; i > first; i--)
                if (QuotationMark.Is(text, i) && quoted[i - 1] && text.Form(i - 1) is "," or "?" or "!" or "." && i + 1 < end) return Trimmed(i + 1, end);
        while (first < head && ContentRules.IsBorder(text, first)) first++;
        while (end > head + 1 && ContentRules.IsBorder(text, end - 1)) end--;
        return first < end ? (first, end) : (-1, -1);
    }

    private (int First, int End) Trimmed(int first, int end)
    {
        while (first < end && ContentRules.IsBorder(text, first)) first++;
        while (end > first && ContentRules.IsBorder(text, end - 1)) end--;
        return first < end ? (first, end) : (-1, -1);
    }

    /// <summary>The token behind the dash of a dateline, "LONDON (Reuters) – Ann Lee said"; -1 where the sentence has none in front of a token.</summary>
    private int PastDateline(SentenceSyntax sentence, int before)
    {
        const int Reach = 12;
        int first = sentence.FirstToken;
        if (text.Form(first).Length < 3 || text.Form(first).ContainsAnyInRange('a', 'z') || !char.IsUpper(text.Form(first)[0])) return -1;
        for (int i = first + 1; i < before && i < first + Reach; i++)
            if (text.Form(i) is "-" or "–" or "—" or "--" or "―" && text.Tree.Tokens[i].Span.Start > text.Tree.Tokens[i - 1].Span.End) return i + 1;
        return -1;
    }

    /// <summary>Just past the words of a noun phrase in a row, though the tree hangs some of them elsewhere.</summary>
    private int EndOfPhrase(SentenceSyntax sentence, int first, int head)
    {
        int end = first;
        while (end < sentence.EndToken && (text.Words[end].Upos is Upos.NOUN or Upos.PROPN or Upos.DET or Upos.ADJ or Upos.NUM or Upos.ADP or Upos.SYM or Upos.PRON || text.Form(end) is "-" or "/" or "'s" or "’s" || text.IsBelow(end, head))) end++;
        while (end > first && text.Words[end - 1].Upos is Upos.ADP or Upos.DET) end--;
        return end < sentence.EndToken && !ContentRules.IsBorder(text, end) ? first : end;
    }

    private bool Belongs(int dependent, int head, (int First, int End) cue)
    {
        var word = text.Words[dependent];
        var subtree = text.Subtree(dependent);
        // The cue stands in it: "the council, which said …".
        if (subtree.First < cue.End && subtree.End > cue.First && (dependent < cue.First || dependent >= cue.End) && subtree.First <= cue.First && subtree.End >= cue.End) return false;
        if (dependent >= cue.First && dependent < cue.End) return false;
        bool comma = subtree.First > 0 && ContentRules.IsBorder(text, subtree.First - 1) || ContentRules.IsBorder(text, subtree.First);
        bool isPredicate = text.Dependent(head, DependencyRelation.Cop) >= 0;
        return word.Relation.Universal() switch
        {
            DependencyRelation.Det or DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.Flat or DependencyRelation.Nummod or DependencyRelation.Appos or DependencyRelation.Fixed
                or DependencyRelation.Goeswith => true,
            // "…, for his part, said": what commas set off says of whom only with "of".
            DependencyRelation.Nmod when dependent > head => !IsTimeOrMedium(dependent) && !(comma && text.Dependent(dependent, DependencyRelation.Case) is >= 0 and var by && text.Words[by].Lemma is not "of"),
            // "a person familiar with the plan", read as a clause without its verb.
            DependencyRelation.Nsubj => dependent < head && text.Words[head].Upos is Upos.ADJ && !isPredicate,
            DependencyRelation.Nmod => true,
            DependencyRelation.Case => dependent > head && text.Form(dependent) is "'s" or "’s" or "'" or "’",
            DependencyRelation.Conj => !(comma && HasFiniteVerb(subtree)),
            DependencyRelation.Cc => dependent > head,
            DependencyRelation.Acl when text.Words[subtree.First].Xpos is Xpos.WRB => false,
            DependencyRelation.Acl when word.Relation is not DependencyRelation.AclRelcl => !(comma && word.Xpos is Xpos.VBG),
            DependencyRelation.Acl => !comma || head > cue.First,
            DependencyRelation.Advmod => dependent < head && !isPredicate && word.Lemma is "about" or "nearly" or "almost" or "over" or "more" or "roughly" or "only" or "even" or "just" or "some" or "around",
            DependencyRelation.Obl or DependencyRelation.Obj or DependencyRelation.Xcomp => dependent > head && !comma,
            _ => false,
        };
    }

    /// <summary>"the council on Monday said": when and where it was said is no part of who said it.</summary>
    private bool IsTimeOrMedium(int dependent)
    {
        var word = text.Words[dependent];
        if (word.Relation is DependencyRelation.NmodTmod) return true;
        if (word.Relation is DependencyRelation.NmodUnmarked) return SpeechSetting.IsTime(word.Lemma);
        if (text.Dependent(dependent, DependencyRelation.Case) is not (>= 0 and var marker)) return false;
        return text.Words[marker].Lemma switch
        {
            "on" or "in" or "at" => SpeechSetting.IsTime(word.Lemma) || SpeechSetting.IsMedium(word.Lemma),
            "during" or "after" or "before" or "since" or "as" => true,
            _ => false,
        };
    }

    private bool HasFiniteVerb((int First, int End) range)
    {
        for (int i = range.First; i < range.End; i++)
            if (text.Words[i].Xpos is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD) return true;
        return false;
    }
}
