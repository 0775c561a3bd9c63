using System.Collections.Immutable;
using Analysis.Semantics;
using Analysis.Semantics.Entities;

namespace Analysis.Comparison;

/// <summary>Which entities of several articles are one: each gets the name that stands for it in all of them.</summary>
/// <remarks>
/// Persons with a given and a last name are one where the last name and the given name that they go by agree. Everything else that shares a name is one: a last name alone means the
/// person who bears it, of several the one who is mentioned most by far. Articles are taken together and not one after the other, so that
/// the answer does not depend on their order.
/// </remarks>
internal static class SharedNames
{
    /// <summary>For each article the name of each of its entities.</summary>
    public static string[][] Of(ImmutableArray<SemanticModel> articles)
    {
        var entities = articles.SelectMany(article => article.Entities).ToArray();
        var full = Groups(entities, IsFullName, GivenName);
        var rest = Groups(entities, entity => !IsFullName(entity), _ => "");
        var bearers = new Dictionary<string, List<Group>>(StringComparer.Ordinal);
        foreach (var group in full)
            foreach (string key in group.Keys)
            {
                if (!bearers.TryGetValue(key, out var known)) bearers[key] = known = [];
                known.Add(group);
            }
        string[] names = new string[entities.Length];
        foreach (var group in full) group.Name(names, group.FirstName);
        foreach (var group in rest) group.Name(names, (BearerOf(group, bearers) ?? group).FirstName);
        int next = 0;
        return [.. articles.Select(article => article.Entities.Select(_ => names[next++]).ToArray())];
    }

    private static bool IsFullName(Entity entity) => entity.Type is EntityType.Person && entity.Keys[0].Contains(' ');

    private static string GivenName(Entity entity) => PersonName.Of(entity.Keys[0]).Called;

    /// <summary>The person whom a group of short names means: the only one who bears one of them, else the one who is mentioned twice as often as any other; null when it cannot be told.</summary>
    private static Group? BearerOf(Group group, Dictionary<string, List<Group>> bearers)
    {
        var candidates = group.Keys.SelectMany(key => bearers.GetValueOrDefault(key) ?? []).Distinct().OrderByDescending(bearer => bearer.Mentions).ToList();
        return candidates.Count == 1 || candidates.Count > 1 && candidates[0].Mentions >= 2 * candidates[1].Mentions ? candidates[0] : null;
    }

    /// <summary>Joins the fitting entities that share a key and are alike.</summary>
    private static List<Group> Groups(Entity[] entities, Func<Entity, bool> fits, Func<Entity, string> likeness)
    {
        var union = new UnionFind(entities.Length);
        var first = new Dictionary<(string Key, string Likeness), int>();
        for (int i = 0; i < entities.Length; i++)
        {
            if (!fits(entities[i])) continue;
            foreach (string key in entities[i].Keys)
                if (!first.TryAdd((key, likeness(entities[i])), i)) union.Join(i, first[(key, likeness(entities[i]))]);
        }
        return [.. Enumerable.Range(0, entities.Length).Where(i => fits(entities[i])).GroupBy(union.Find).Select(group => new Group(group, entities))];
    }

    /// <summary>Entities that are one.</summary>
    private sealed class Group
    {
        private readonly int[] _members;

        public Group(IEnumerable<int> members, Entity[] entities)
        {
            _members = [.. members];
            Keys = [.. _members.SelectMany(member => entities[member].Keys).Distinct(StringComparer.Ordinal)];
            FirstName = _members.Select(member => entities[member].Keys[0]).Min(StringComparer.Ordinal)!;
            Mentions = _members.Sum(member => entities[member].Mentions.Length);
        }

        /// <summary>Everything that a member is called.</summary>
        public ImmutableArray<string> Keys { get; }

        /// <summary>Of the members' names the first in alphabetical order.</summary>
        public string FirstName { get; }

        /// <summary>How often the members are mentioned.</summary>
        public int Mentions { get; }

        public void Name(string[] names, string name)
        {
            foreach (int member in _members) names[member] = name;
        }
    }
}
