using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Analysis.Analyzers;
using Analysis.V1;
using static Analysis.Mapping.FieldChecks;

namespace Analysis.Mapping;

/// <summary>The rules behind their contract: what is looked for, and the page of each.</summary>
public sealed class Rules
{
    private const int UsualPage = 100, LargestPage = 200;
    private const string Prefix = "rules/";

    private readonly ImmutableArray<DiagnosticDescriptor> _inOrder = RuleCatalog.Descriptors;
    private readonly PageTokens _tokens;

    // The rules are the same on every engine of an identity, and so are its tokens; there is nothing in them to hide.
    internal Rules(EngineIdentity engine) => _tokens = new PageTokens(SHA256.HashData(Encoding.UTF8.GetBytes(engine.Ruleset)));

    /// <summary>Lists the rules by identifier.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    public ListRulesResponse List(ListRulesRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        const string Query = "ListRules";
        int size = ReadPageSize(request.PageSize, UsualPage, LargestPage);
        int start = (int)_tokens.Open(request.PageToken, Query);
        int end = Math.Min(start + size, _inOrder.Length);
        return new ListRulesResponse
        {
            Rules = { _inOrder[start..end].Select(rule => Map(rule, withPage: false)) },
            NextPageToken = _tokens.Seal(end < _inOrder.Length ? end : 0, Query),
        };
    }

    /// <summary>Gives one rule with its page.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    public GetRuleResponse Get(GetRuleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        const string Field = "name";
        CheckText(request.Name, Field);
        string name = Excerpt(request.Name);
        if (!request.Name.StartsWith(Prefix, StringComparison.Ordinal) || request.Name.Length == Prefix.Length || request.Name.LastIndexOf('/') != Prefix.Length - 1)
        {
            throw new RequestException(
                ErrorReason.InvalidName, $"The field {Field} holds \"{name}\", which is no name of a rule. Write rules/{{rule}}, as rules/ART6001.",
                ("field", Field), ("value", name), ("form", "rules/{rule}"));
        }
        var rule = _inOrder.FirstOrDefault(rule => rule.Id == request.Name[Prefix.Length..]) ?? throw new RequestException(
            ErrorReason.RuleNotFound, $"There is no rule of the name \"{name}\". List the rules to see their names.", ("field", Field), ("name", name));
        return new GetRuleResponse { Rule = Map(rule, withPage: true) };
    }

    private static Rule Map(DiagnosticDescriptor rule, bool withPage) => new()
    {
        Name = Prefix + rule.Id,
        Id = rule.Id,
        Category = rule.Category.ToProto(),
        Severity = rule.DefaultSeverity.ToProto(),
        Enabled = rule.IsEnabledByDefault,
        Title = rule.Title,
        Description = rule.Description,
        Documentation = withPage ? RuleCatalog.Page(rule.Id)! : "",
    };
}
