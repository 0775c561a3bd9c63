using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Analysis.Server.Tests.Storage;

/// <summary>A process that stores articles, as <c>CrashWork</c> says, until it is killed.</summary>
internal sealed partial class KilledProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task _reading;
    private readonly Task<string> _errors;
    private readonly Dictionary<int, int> _acknowledged = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private int _count;

    public KilledProcess(string folder, string prefix, int tasks)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Analysis.Storage.Crash.dll");
        _process = Process.Start(new ProcessStartInfo(Requires.Tool("dotnet"), [program, folder, prefix, tasks.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _reading = Task.Run(ReadAsync);
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    /// <summary>The last acknowledged step of each article that has one; read after the end.</summary>
    public IReadOnlyDictionary<int, int> Acknowledged => _acknowledged;

    /// <summary>Ends once so many steps are acknowledged.</summary>
    public Task AcknowledgedAsync(int count)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_acknowledged)
        {
            if (_count >= count) reached.SetResult();
            else _waiting.Add((count, reached));
        }
        return reached.Task.WaitAsync(Patience);
    }

    /// <summary>Kills the process and reads what it had said to the end.</summary>
    public async Task KillAsync()
    {
        Assert.False(_process.HasExited, "The process ended by itself.");
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        await _reading.WaitAsync(Patience);
        Assert.Equal("", await _errors.WaitAsync(Patience));
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            // The last line may be half.
            if (Line().Match(line) is not { Success: true } match) continue;
            int number = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), step = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            lock (_acknowledged)
            {
                _acknowledged[number] = step;
                _count++;
                foreach (var (_, reached) in _waiting.Where(waiting => waiting.Count == _count)) reached.SetResult();
            }
        }
    }

    [GeneratedRegex(@"^(\d+) (\d+) \.$")]
    private static partial Regex Line();
}
