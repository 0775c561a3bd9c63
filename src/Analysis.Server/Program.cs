using Analysis.Server;

return await AnalysisServer.RunAsync(args, Console.Out, Console.Error);

/// <summary>The entry point; public for tests that host the server.</summary>
public partial class Program;
