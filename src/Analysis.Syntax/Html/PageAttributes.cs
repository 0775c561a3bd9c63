using AngleSharp.Dom;

namespace Analysis.Syntax.Html;

/// <summary>What is asked of the attributes of an element, read in one pass. Empty where the element has none.</summary>
/// <param name="Class">The list of its classes.</param>
/// <param name="Id">Its id.</param>
/// <param name="Property">Its property in the words of schema.org.</param>
/// <param name="Role">Its role.</param>
/// <param name="IsHidden">Whether it is marked as not to be shown.</param>
/// <param name="HasAddress">Whether it leads somewhere.</param>
/// <param name="IsForEyesAlone">Whether machines that read aloud are told to pass it over.</param>
/// <param name="IsLabelled">Whether they are given other words for it.</param>
internal readonly record struct PageAttributes(string Class, string Id, string Property, string Role, bool IsHidden, bool HasAddress, bool IsForEyesAlone, bool IsLabelled)
{
    /// <summary>Most attributes that are looked at.</summary>
    private const int Most = 100;

    public static PageAttributes Of(IElement element)
    {
        string names = "", id = "", property = "", role = "";
        bool hidden = false, address = false, forEyes = false, labelled = false;
        var attributes = element.Attributes;
        int count = Math.Min(attributes.Length, Most);
        for (int i = 0; i < count; i++)
        {
            if (attributes[i] is not { } attribute) continue;
            switch (attribute.LocalName)
            {
                case "class": names = attribute.Value; break;
                case "id": id = attribute.Value; break;
                case "itemprop": property = attribute.Value; break;
                case "role": role = attribute.Value; break;
                case "href": address = true; break;
                case "aria-hidden": forEyes = attribute.Value is "true"; break;
                case "aria-label": labelled = attribute.Value.Length > 0; break;
                case "hidden": hidden |= attribute.Value is not "until-found"; break;
                case "style": hidden |= HidesByStyle(attribute.Value); break;
            }
        }
        return new PageAttributes(names, id, property, role, hidden, address, forEyes, labelled);
    }

    private static bool HidesByStyle(string style)
    {
        int at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + "display".Length).TrimStart() is [':', .. var value] && value.TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
