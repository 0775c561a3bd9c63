using System.Globalization;
using System.Text;

namespace Analysis.Storage.Crash;

/// <summary>What the killed process does, so that the one that kills it can say what it should find, and do it again.</summary>
/// <remarks>
/// Each article goes through one or more steps in turn, each a request with an id of its own: made; revised, every third; deleted, every
/// fifth. Same prefix and number, same bytes.
/// </remarks>
public static class CrashWork
{
    /// <summary>The id of an article.</summary>
    /// <param name="prefix">Of the run.</param>
    /// <param name="number">Of the article, from 0.</param>
    public static string ArticleId(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number}");

    /// <summary>How many steps an article goes through.</summary>
    public static int Steps(int number) => 1 + (number % 3 == 0 ? 1 : 0) + (number % 5 == 0 ? 1 : 0);

    /// <summary>How many revisions an article has after some steps; 0 where it is not there.</summary>
    public static int RevisionsAfter(int number, int steps) => steps > 0 && steps == Steps(number) && number % 5 == 0 ? 0 : steps;

    /// <summary>The bytes of a revision: some hundred to some ten thousand.</summary>
    /// <param name="articleId">Of the article.</param>
    /// <param name="number">Of the article.</param>
    /// <param name="revision">From 1.</param>
    public static byte[] Content(string articleId, int number, int revision)
    {
        var text = new StringBuilder();
        int lines = 5 + number * 37 % 400;
        for (int line = 0; line < lines; line++) text.Append(CultureInfo.InvariantCulture, $"{articleId} as of revision {revision}, line {line}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Makes one step; made again, it changes nothing.</summary>
    /// <param name="store">Where.</param>
    /// <param name="prefix">Of the run.</param>
    /// <param name="number">Of the article.</param>
    /// <param name="step">From 1.</param>
    /// <returns>The revision; null for the deletion.</returns>
    public static async Task<StoredRevision?> StepAsync(IArticleStore store, string prefix, int number, int step)
    {
        ArgumentNullException.ThrowIfNull(store);
        string id = ArticleId(prefix, number);
        var conditions = new WriteConditions(RequestId: string.Create(CultureInfo.InvariantCulture, $"request-{id}-{step}"));
        if (RevisionsAfter(number, step) == 0)
        {
            await store.DeleteAsync(id, conditions, CancellationToken.None);
            return null;
        }
        var article = new NewArticle(id, Content(id, number, step), ContentForm.Raw, "text/plain", $"https://{prefix}.example/{id}", "2024-03-14");
        return await store.CreateAsync(article, conditions, CancellationToken.None);
    }
}
