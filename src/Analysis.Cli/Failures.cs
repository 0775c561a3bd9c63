using Analysis.V1;

namespace Analysis.Cli;

/// <summary>Ends the program.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">A sentence with the remedy, for standard error.</param>
/// <param name="cause">What lies below.</param>
/// <param name="mayPass">Whether a moment later it may be otherwise.</param>
internal sealed class CommandException(int exitCode, string message, Exception? cause = null, bool mayPass = false) : Exception(message, cause)
{
    public int Code => exitCode;

    public bool MayPass => mayPass;
}

/// <summary>A file or folder that cannot be read. Others may go on.</summary>
/// <param name="message">A sentence that names it, with the remedy.</param>
/// <param name="cause">What lies below.</param>
internal sealed class FileException(string message, Exception cause) : Exception(message, cause);

/// <summary>A call of the backend, or a record on its way to it, that is refused or fails. Others may go on.</summary>
/// <param name="reason">Why.</param>
/// <param name="message">A sentence with the remedy.</param>
/// <param name="field">Path of the field to blame; empty for none.</param>
/// <param name="cause">What lies below.</param>
internal sealed class CallException(ErrorReason reason, string message, string field = "", Exception? cause = null) : Exception(message, cause)
{
    public ErrorReason Reason => reason;

    public string Field { get; } = field;
}

/// <summary>Whoever reads the output has closed it: no fault, but no reason to go on.</summary>
internal sealed class OutputClosedException(Exception cause) : Exception("The output was closed.", cause);
