using System.Buffers;
using System.Collections.Frozen;

namespace Analysis.Syntax;

/// <summary>What a line of plain text looks like, judged by its shape alone.</summary>
internal static class LineShapes
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DateWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that may stand in a date line beside the date.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DateCompany = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs",
        "fri", "sat", "sun", "published", "posted", "updated", "modified", "last", "first", "on", "at", "date", "am", "pm", "a.m", "p.m",
        "gmt", "utc", "bst", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "cet", "cest", "eet", "msk", "ist",
        "st", "nd", "rd", "th", "of", "t", "z").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Agencies whose credit is found run together with a caption.</summary>
    internal static readonly string[] Agencies =
    [
        "Reuters", "REUTERS", "Getty Images", "AFP", "TASS", "Sputnik", "EPA-EFE", "EPA", "Xinhua", "Anadolu", "Bloomberg", "Shutterstock",
        "AP Photo", "AP", "ANI", "DPA", "dpa", "Kyodo", "ANSA", "Interfax", "RIA Novosti", "Alamy", "Handout",
    ];

    /// <summary>Openings of lines that belong to the page. Lower case; a line of furniture is short or begins so.</summary>
    private static readonly (string Start, string Class)[] Furniture =
    [
        ("leave a reply", "comment-form"), ("leave a comment", "comment-form"), ("your email address will not be published", "comment-form"),
        ("required fields are marked", "comment-form"), ("save my name, email", "comment-form"), ("post comment", "comment-form"),
        ("post a comment", "comment-form"), ("cancel reply", "comment-form"), ("comments are closed", "comment-form"),
        ("join the conversation", "comment-form"), ("log in to comment", "comment-form"), ("view comments", "comment-form"),
        ("learn more", "read-more"), ("read more", "read-more"), ("read also", "read-more"), ("see also", "read-more"), ("also read", "read-more"),
        ("continue reading", "read-more"), ("show more", "read-more"), ("load more", "read-more"), ("more on this story", "read-more"),
        ("related articles", "read-more"), ("related stories", "read-more"), ("related:", "read-more"), ("recommended for you", "read-more"),
        ("most read", "read-more"), ("trending now", "read-more"), ("you may also like", "read-more"),
        ("share this", "share"), ("share on", "share"), ("share via", "share"), ("follow us on", "share"), ("click to share", "share"),
        ("tweet this", "share"), ("print this", "share"), ("email this", "share"), ("copy link", "share"),
        ("sign up for", "newsletter"), ("sign up to", "newsletter"), ("subscribe to", "newsletter"), ("subscribe now", "newsletter"),
        ("get our newsletter", "newsletter"), ("enter your email", "newsletter"),
        ("advertisement", "advertisement"), ("sponsored content", "advertisement"), ("story continues below", "advertisement"),
        ("article continues below", "advertisement"), ("article continues after", "advertisement"),
        ("all rights reserved", "footer"), ("copyright ©", "footer"), ("© ", "footer"), ("privacy policy", "footer"), ("terms of use", "footer"),
        ("terms of service", "footer"), ("we use cookies", "cookie-notice"), ("this site uses cookies", "cookie-notice"),
        ("accept all cookies", "cookie-notice"), ("skip to content", "navigation"), ("skip to main content", "navigation"),
        ("back to top", "navigation"), ("log in", "navigation"), ("sign in", "navigation"),
    ];

    /// <summary>Marks of advertising that are found run together with the sentence behind them; the longer before the shorter.</summary>
    private static readonly string[] AdvertisementMarks =
        ["Story continues below advertisement", "Article continues below advertisement", "Article continues after advertisement", "Story continues below", "Advertisement"];

    private static readonly string[] MailWords = ["newsletter", "inbox", "by email", "email alerts", "email updates", "emails"];

    private static readonly string[] Networks = ["on Twitter", "on Facebook", "on Instagram", "on Telegram", "on YouTube"];

    /// <summary>Openings of sentences that address the reader of a page, each with words of which one must follow.</summary>
    private static readonly (string Start, string[] With, string Class)[] Prompts =
    [
        ("Read more:", [], "read-more"), ("Read also:", [], "read-more"), ("Also read:", [], "read-more"), ("See also:", [], "read-more"),
        ("Related:", [], "read-more"), ("Click here to", [], "read-more"), ("Click here for", [], "read-more"), ("Continue reading", [" »", " →", "below"], "read-more"),
        ("Share this article", [], "share"), ("Share this story", [], "share"), ("Share this post", [], "share"),
        ("Follow ", Networks, "share"), ("Like us ", Networks, "share"),
        ("Sign up for ", MailWords, "newsletter"), ("Sign up to ", MailWords, "newsletter"), ("Subscribe to ", MailWords, "newsletter"),
        ("Sign up here", [], "newsletter"), ("Subscribe now", [], "newsletter"), ("Enter your email", [], "newsletter"),
        ("Leave a comment", [], "comment-form"), ("Leave a reply", [], "comment-form"), ("Your email address will not be published", [], "comment-form"),
        ("Required fields are marked", [], "comment-form"), ("Save my name, email", [], "comment-form"),
        ("All rights reserved", [], "footer"),
    ];

    /// <summary>What rights are claimed in, and what is done with it without leave.</summary>
    private static readonly string[] RightsSubjects = ["This material", "This article", "This story", "This content", "This report", "This text", "This work", "This document", "No part of this", "The contents of this", "Reproduction", "Republication", "Any reproduction", "Unauthorized", "Unauthorised"];

    private static readonly SearchValues<string> RightsUses = SearchValues.Create(
        ["be published", "be republished", "be reproduced", "be redistributed", "be rewritten", "be copied", "be broadcast", "without permission", "without written permission", "without prior", "without the express", "is prohibited", "is strictly prohibited"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Longest line of furniture, in characters; a sentence that merely begins like one is longer.</summary>
    private const int MaxFurniture = 120;

    private static readonly string[] CaptionStarts =
    [
        "Photo:", "Photo by", "Photo credit", "Photograph:", "Image:", "Image credit", "Image Credit", "Image source:", "Image Source:", "Picture:", "Pictured:", "FILE PHOTO", "File photo",
        "FILE -", "FILE –", "FILE —", "In this photo", "In this image", "In this file photo", "In this picture", "This photo", "This image",
        "This picture", "This pool image", "This pool photo", "This handout", "This file photo", "A file photo", "This satellite image",
    ];

    private static readonly string[] CreditEnds = ["/AFP", "/AP", "/Reuters", "/REUTERS", "Getty Images", "via AP", "via Reuters", "via REUTERS", "AP Photo"];

    private static readonly string[] CorrectionStarts =
        ["Correction:", "CORRECTION:", "Correction,", "Corrections:", "Clarification:", "Editor's note", "Editor’s note", "Editors' note", "EDITOR'S NOTE", "EDITOR’S NOTE"];

    /// <summary>"1 hour ago", "12 min ago", "just now": what stands over an entry of a live page.</summary>
    public static bool IsTimestamp(ReadOnlySpan<char> line)
    {
        const int Longest = 24;
        if (line.Length > Longest) return false;
        Span<char> lower = stackalloc char[Longest];
        line.ToLowerInvariant(lower);
        var s = lower[..line.Length];
        if (s is "just now" or "moments ago" or "an hour ago" or "a minute ago") return true;
        if (!s.EndsWith(" ago") || !char.IsAsciiDigit(s[0])) return false;
        var unit = s[..^4].TrimStart("0123456789");
        return unit.Length > 0 && unit.Trim() is "s" or "sec" or "secs" or "second" or "seconds" or "m" or "min" or "mins" or "minute" or "minutes"
            or "h" or "hr" or "hrs" or "hour" or "hours" or "d" or "day" or "days" or "week" or "weeks";
    }

    /// <summary>A line that is one web address.</summary>
    public static bool IsAddress(ReadOnlySpan<char> line) =>
        (line.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || line.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        && !line.ContainsAny(" \t");

    /// <summary>A line that holds a date and nothing else of weight.</summary>
    public static bool IsDate(ReadOnlySpan<char> line)
    {
        const int Longest = 80;
        if (line.Length > Longest) return false;
        int numbers = 0, months = 0;
        bool compact = false;
        for (int i = 0; i < line.Length;)
        {
            char c = line[i];
            int end = i + 1;
            if (char.IsAsciiDigit(c))
            {
                while (end < line.Length && char.IsAsciiDigit(line[end])) end++;
                if (end - i is not (1 or 2 or 4 or 8)) return false;
                compact |= end - i == 8 && IsCompactDate(line[i..end]);
                if (end - i == 8 && !compact) return false;
                numbers++;
            }
            else if (char.IsLetter(c))
            {
                while (end < line.Length && (char.IsLetter(line[end]) || line[end] == '.' && end + 1 < line.Length && char.IsLetter(line[end + 1]))) end++;
                if (DateWords.Contains(line[i..end])) months++;
                else if (!DateCompany.Contains(line[i..end])) return false;
            }
            else if (!(Lexer.IsSpace(c) || c is ',' or '.' or ':' or '-' or '–' or '—' or '/' or '|' or '·' or '(' or ')' or '+')) return false;
            i = end;
        }
        return compact || months == 1 && numbers >= 1 || numbers >= 3 && line.ContainsAny("-/.");
    }

    /// <summary>Eight digits that can only be meant as a date, as they begin with a century, whether or not the calendar has the day: 20231399.</summary>
    public static bool IsMeantAsDate(ReadOnlySpan<char> line) => line.Length == 8 && line[..2] is "19" or "20" && !line.ContainsAnyExceptInRange('0', '9');

    private static bool IsCompactDate(ReadOnlySpan<char> digits) =>
        digits[..2] is "19" or "20" && (digits[4..6] is ['0', >= '1'] or ['1', <= '2']) && (digits[6..] is [<= '2', _] or ['3', <= '1']) && digits[6..] is not "00";

    /// <summary>"By Ann Lee", "By Ann Lee and Bo Dahl, Norwave".</summary>
    public static bool IsByline(ReadOnlySpan<char> line)
    {
        const int Longest = 120;
        if (line.Length > Longest || !(line.StartsWith("By ", StringComparison.Ordinal) || line.StartsWith("BY ", StringComparison.Ordinal))) return false;
        if (line[^1] is '.' or '!' or '?' or ':' or '”' or '"') return false;
        int words = 0;
        foreach (var range in line[3..].Split(' '))
        {
            var word = line[3..][range].Trim(",|·");
            if (word.IsEmpty || word is "and" or "&" or "in" or "for" or "with" or "de" or "van" or "von" or "der" or "al" or "bin" or "da" or "di" or "la" or "le" or "el" or "of" or "the") continue;
            if (!char.IsUpper(word[0])) return false;
            words++;
        }
        return words is >= 1 and <= 12;
    }

    /// <summary>A line with a photo credit, or one that opens like a caption.</summary>
    public static bool IsCaption(ReadOnlySpan<char> line)
    {
        const int Longest = 700;
        if (line.Length > Longest) return false;
        foreach (string start in CaptionStarts)
            if (line.StartsWith(start, StringComparison.Ordinal)) return true;
        if ((line.StartsWith("Figure ", StringComparison.Ordinal) || line.StartsWith("Fig. ", StringComparison.Ordinal)) && line[line.IndexOf(' ') + 1] is >= '1' and <= '9' && HoldsFigureNumber(line[(line.IndexOf(' ') + 1)..])) return true;
        var end = line.TrimEnd(". ");
        foreach (string credit in CreditEnds)
            if (end.EndsWith(credit, StringComparison.Ordinal)) return true;
        if (end.IsEmpty || end[^1] is not (')' or ']')) return false;
        int open = end.LastIndexOfAny('(', '[');
        return open >= 0 && IsCredit(end[(open + 1)..^1]);
    }

    /// <summary>"1.5 Residents", "2: The dam", "3. A map", but not "1 in the survey": a number that stands as a label.</summary>
    private static bool HoldsFigureNumber(ReadOnlySpan<char> rest)
    {
        int end = 0;
        while (end < rest.Length && (char.IsAsciiDigit(rest[end]) || rest[end] is '.' or '-' && end + 1 < rest.Length && char.IsAsciiDigit(rest[end + 1]))) end++;
        if (end < rest.Length && rest[end] is ':' or '.' or ')') return true;
        rest = rest[end..].TrimStart();
        return rest.Length > 0 && char.IsUpper(rest[0]);
    }

    private static bool IsCredit(ReadOnlySpan<char> inside)
    {
        foreach (string word in (ReadOnlySpan<string>)["photo", "picture", "image", "getty", "handout", "courtesy of"])
            if (inside.StartsWith(word, StringComparison.OrdinalIgnoreCase) || inside.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase)
                || inside.EndsWith(" " + word + "s", StringComparison.OrdinalIgnoreCase)) return true;
        // "Ann Lee/Norwave": capitalised on both sides of the stroke.
        int stroke = inside.IndexOf('/');
        return stroke > 3 && stroke + 2 < inside.Length && char.IsUpper(inside[0]) && char.IsUpper(inside[stroke + 1]) && inside[..stroke].Contains(' ')
            // A list of outlets is a note on where something was found.
            && !inside[stroke..].Contains(',');
    }

    public static bool IsCorrection(ReadOnlySpan<char> line)
    {
        foreach (string start in CorrectionStarts)
            if (line.StartsWith(start, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The class of furniture the line is; empty when it is none.</summary>
    public static string FurnitureClass(ReadOnlySpan<char> line)
    {
        if (IsRights(line)) return "footer";
        if (line.Length > MaxFurniture) return "";
        foreach (var (start, name) in Furniture)
        {
            if (!line.StartsWith(start, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = line[start.Length..];
            // "Log in" is furniture, "Log in the river" is not: short prompts must be the whole line but for signs.
            bool whole = !rest.ContainsAnyInRange('a', 'z') && !rest.ContainsAnyInRange('A', 'Z');
            bool wordEnds = rest.IsEmpty || !char.IsLetterOrDigit(rest[0]) || start[^1] == ' ';
            if (whole || wordEnds && (start.Length >= 16 || name is "share" or "newsletter" or "footer" || rest.StartsWith(" about", StringComparison.OrdinalIgnoreCase)
                || rest[0] == ':')) return name;
        }
        return "";
    }

    /// <summary>Whether a line says who has the rights in the article and what nobody may do with it.</summary>
    private static bool IsRights(ReadOnlySpan<char> line)
    {
        const int Longest = 600;
        if (line.Length > Longest) return false;
        bool claims = line.Contains("all rights reserved", StringComparison.OrdinalIgnoreCase);
        bool named = line.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase);
        var sign = named ? line["Copyright".Length..].TrimStart(": ") : line;
        // ©2024, © Norwave 2024: the sign and a year, or the claim itself.
        if ((named || sign.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase) || sign is ['©', ..]) && claims) return true;
        if (sign is ['©', ..] && sign.ContainsAnyInRange('0', '9') && line.Length <= MaxFurniture) return true;
        foreach (string subject in RightsSubjects)
            if (line.StartsWith(subject, StringComparison.OrdinalIgnoreCase) && line.ContainsAny(RightsUses) && (claims || line.Contains("not be ", StringComparison.OrdinalIgnoreCase) || line.Contains("prohibited", StringComparison.OrdinalIgnoreCase))) return true;
        return false;
    }

    /// <summary>How much of the start of a sentence inside a paragraph belongs to the page, and its class; zero and empty when none does.</summary>
    /// <remarks>Stricter than <see cref="FurnitureClass"/>: a sentence of an article may well begin with "Sign up for" or "See also".</remarks>
    public static (int Length, string Class) FurnitureSentence(ReadOnlySpan<char> sentence)
    {
        const int Longest = 240;
        foreach (string mark in AdvertisementMarks)
        {
            if (!sentence.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) continue;
            // The mark has no stop of its own, so the next sentence runs on behind it; "Advertisement revenue" goes on in small letters.
            var rest = sentence[mark.Length..];
            bool next = rest.Length > 2 && (rest[0] is ' ' or ':' && rest.TrimStart(": ") is [var first, ..] && (char.IsUpper(first) || first is '“' or '"')
                || rest[0] is '“' or '"' || char.IsUpper(rest[0]) && char.IsLower(rest[1]));
            if (rest.IsEmpty || rest is [':' or '.'] || next) return (mark.Length, "advertisement");
        }
        // A stop with no space behind it ends the prompt, though not the sentence.
        for (int i = 0; i + 1 < sentence.Length && i < Longest; i++)
            if (sentence[i] is '.' or '!' or '?' && (sentence[i + 1] is '“' || sentence[i + 1] is '"' && i + 2 < sentence.Length && char.IsLetter(sentence[i + 2])
                || i + 2 < sentence.Length && char.IsUpper(sentence[i + 1]) && i > 0 && char.IsLower(sentence[i - 1]) && sentence[i + 2] is not '.'))
                sentence = sentence[..(i + 1)];
        if (sentence.Length > Longest) return default;
        foreach (var (start, with, name) in Prompts)
        {
            if (!sentence.StartsWith(start, StringComparison.OrdinalIgnoreCase)) continue;
            if (with.Length == 0) return (sentence.Length, name);
            foreach (string word in with)
                if (sentence[start.Length..].Contains(word, StringComparison.OrdinalIgnoreCase))
                    // A prompt in capitals ends where ordinary words begin: what it is run together with is not its own.
                    return (char.IsUpper(sentence[1]) ? CapitalsLength(sentence) : sentence.Length, name);
        }
        return default;
    }

    private static int CapitalsLength(ReadOnlySpan<char> sentence)
    {
        int end = sentence.IndexOfAnyInRange('a', 'z');
        if (end < 0) return sentence.Length;
        while (end > 0 && char.IsLetterOrDigit(sentence[end - 1])) end--;
        return sentence[..end].TrimEnd(" -–—").Length;
    }

    /// <summary>Whether the line ends without a full stop, as headlines do; that of "G.O.P." is none in a short line.</summary>
    public static bool IsUnstopped(ReadOnlySpan<char> line)
    {
        const int Short = 120;
        return line[^1] is not ('.' or ':' or ';' or ',') || line.EndsWith("...", StringComparison.Ordinal) || line.Length <= Short && line is [.., '.', >= 'A' and <= 'Z', '.'];
    }

    /// <summary>A short capitalised line without a stop.</summary>
    public static bool IsHeading(ReadOnlySpan<char> line) =>
        (char.IsUpper(line[0]) || char.IsAsciiDigit(line[0])) && line[^1] is not ('.' or '!' or ':' or ';' or ',' or '…' or '”' or '"' or '’' or ')');

    /// <summary>
    /// Lengths of a photo credit and of its caption that are run together with the paragraph behind them, or zeros. They show by a credit
    /// glued to the first word ("NorwaveThe harbour"), by a stop glued to the next sentence ("2022.The harbour"), or both; an agency that
    /// is known needs one of the signs, any other word needs both, because names such as YouTube look like one of them.
    /// </summary>
    public static (int Credit, int Caption) GluedCaption(ReadOnlySpan<char> line)
    {
        int credit = CreditLength(line, out bool known);
        if (credit == 0) return default;
        int glued = GluedStop(line[credit..]);
        if (glued > 0) return (credit, glued);
        if (!known) return default;
        // Only the credit is glued: the caption is the first sentence.
        int stop = line[credit..].IndexOf(". ");
        return (credit, stop < 0 ? line.Length - credit : stop + 1);
    }

    private static int CreditLength(ReadOnlySpan<char> line, out bool known)
    {
        known = true;
        foreach (string agency in Agencies)
            if (line.StartsWith(agency, StringComparison.Ordinal) && agency.Length + 1 < line.Length
                && char.IsUpper(line[agency.Length]) && char.IsLower(line[agency.Length + 1])) return agency.Length;
        known = false;
        // An unknown credit may be of several words: the seam is in the last of them, before any lower-case word.
        for (int i = 1, words = 1, word = 0; i + 1 < line.Length && words <= 4; i++)
        {
            if (line[i] == ' ')
            {
                if (!char.IsUpper(line[i + 1])) return 0;
                words++;
                word = i + 1;
            }
            else if (line[word..(i + 1)] is "Mc" or "Mac" or "De" or "Di" or "Le" or "La" or "Fitz")
            {
                // McDermott has no seam.
                i++;
            }
            else if (char.IsLower(line[i]) && char.IsUpper(line[i + 1]))
            {
                int end = i + 2;
                while (end < line.Length && char.IsLower(line[end])) end++;
                return char.IsUpper(line[0]) && i >= 2 && end < line.Length && line[end] is ' ' ? i + 1 : 0;
            }
        }
        return 0;
    }

    /// <summary>Where a sentence ends with no space behind its stop, counted to just past the stop; 0 when none does.</summary>
    private static int GluedStop(ReadOnlySpan<char> line)
    {
        // A caption is short; beyond this a missing space is a slip of the body.
        const int Reach = 500;
        for (int i = 2; i + 2 < line.Length && i < Reach; i++)
            if (line[i] == '.' && (char.IsLower(line[i - 1]) && char.IsLower(line[i - 2]) || char.IsAsciiDigit(line[i - 1]) || line[i - 1] == ')')
                && char.IsUpper(line[i + 1]) && (char.IsLower(line[i + 2]) || line[i + 2] == ' ')) return i + 1;
        return 0;
    }

    /// <summary>Length of "PORT ELLIN, March 4 (Norwave) — " in front of the first paragraph, dash included, or 0.</summary>
    public static int DatelineLength(ReadOnlySpan<char> line)
    {
        const int Reach = 90;
        var head = line[..Math.Min(line.Length, Reach)];
        int dash = -1;
        foreach (string sign in (ReadOnlySpan<string>)[" — ", " – ", " -- ", " - ", "— ", "— "])
        {
            int at = head.IndexOf(sign);
            if (at > 0 && (dash < 0 || at < dash)) dash = at + sign.TrimEnd().Length;
        }
        if (dash < 0) return 0;
        var place = head[..dash].TrimEnd(" —–-");
        bool agency = place.Length > 0 && place[^1] == ')' && place.Contains('(');
        int comma = place.IndexOfAny(",(");
        var city = (comma < 0 ? place : place[..comma]).Trim();
        if (city.Length < 3 || city.Length > 40 || !char.IsUpper(city[0])) return 0;
        bool capitals = !city.ContainsAnyInRange('a', 'z');
        if (!capitals && !agency) return 0;
        foreach (var range in city.Split(' '))
            if (!city[range].IsEmpty && !char.IsUpper(city[range][0])) return 0;
        return dash;
    }
}
