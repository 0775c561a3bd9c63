using System.Globalization;
using Analysis.Storage;
using Analysis.V1;
using static Analysis.Mapping.FieldChecks;

namespace Analysis.Mapping;

/// <summary>A stored article by name.</summary>
/// <param name="Id">The last part of the article's name.</param>
/// <param name="Revision">Number of the revision; 0 for the latest.</param>
internal readonly record struct ArticleName(string Id, int Revision)
{
    /// <summary>The form of an article's name, as messages tell it.</summary>
    public const string Form = "articles/{article}", RevisionForm = "articles/{article}/revisions/{revision}";

    private const string Articles = "articles/", Revisions = "/revisions/";

    /// <summary>The name as it travels.</summary>
    public override string ToString() => Revision == 0 ? Articles + Id : Articles + Id + Revisions + Revision.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a name of a request.</summary>
    /// <param name="value">The field's value.</param>
    /// <param name="field">Path of the field.</param>
    /// <param name="revisions">Whether a revision may be named.</param>
    /// <exception cref="RequestException">It is of another form.</exception>
    public static ArticleName Read(string value, string field, bool revisions)
    {
        CheckText(value, field);
        if (TryRead(value, out var name) && (revisions || name.Revision == 0)) return name;
        string form = revisions ? $"{Form} or {RevisionForm}" : Form;
        string excerpt = Excerpt(value);
        throw new RequestException(
            ErrorReason.InvalidName, $"The field {field} holds \"{excerpt}\", which is no name of an article. Write {form}.",
            ("field", field), ("value", excerpt), ("form", form));
    }

    private static bool TryRead(string value, out ArticleName name)
    {
        name = default;
        if (!value.StartsWith(Articles, StringComparison.Ordinal)) return false;
        string id = value[Articles.Length..];
        int revision = 0;
        if (id.IndexOf(Revisions, StringComparison.Ordinal) is var at and >= 0)
        {
            string number = id[(at + Revisions.Length)..];
            // One way to write a number: no sign, no zero in front.
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out revision) || revision < 1 || number[0] == '0') return false;
            id = id[..at];
        }
        if (!ArticleIdentity.IsValid(id)) return false;
        name = new ArticleName(id, revision);
        return true;
    }
}
