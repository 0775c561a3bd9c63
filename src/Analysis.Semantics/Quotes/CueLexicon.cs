using System.Collections.Frozen;
using System.Globalization;

namespace Analysis.Semantics.Quotes;

/// <summary>Words that attribute, with how reliably they do in which frame: the entries of <c>attribution-cues.txt</c> that fit a word are added up.</summary>
internal sealed class CueLexicon : ICueJudge
{
    /// <summary>The first field of the rows that say how often words of such a reliability attribute.</summary>
    public const string Calibration = "calibration";

    private readonly FrozenDictionary<ulong, int> _entries;
    private readonly (int From, int Thousandths)[] _calibration;

    private CueLexicon()
    {
        var rows = Lexicon.Lines("attribution-cues").Select(line => line.Split('\t')).ToList();
        _calibration = [.. rows.Where(row => row[0] is Calibration).Select(row => (Number(row[1]), Number(row[3])))];
        _entries = rows.Where(row => row[0] is not Calibration).ToFrozenDictionary(row => CueFrame.Key(row[0], row[1], row[2]), row => Number(row[3]));
        IsCueWord = _entries.ContainsKey;

        static int Number(string written) => int.Parse(written, CultureInfo.InvariantCulture);
    }

    public static CueLexicon Default { get; } = new();

    /// <inheritdoc/>
    public Predicate<ulong>? IsCueWord { get; }

    /// <summary>How often words of a reliability attribute, in thousandths.</summary>
    public int ShareOf(int reliability)
    {
        int share = _calibration[0].Thousandths;
        foreach (var (from, thousandths) in _calibration)
            if (reliability >= from) share = thousandths;
        return share;
    }

    /// <inheritdoc/>
    public int Reliability(CueFrame frame)
    {
        int sum = 0;
        foreach (ulong entry in frame.Entries) sum += _entries.GetValueOrDefault(entry);
        return sum;
    }
}
