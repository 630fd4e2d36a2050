using System.Collections.Immutable;
using System.Data.Common;
using System.Diagnostics;
using System.Reflection;
using AiNewsBot.Chat;
using AiNewsBot.Configuration;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Setup;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Hosting;

/// <summary>What an exception means for the one who runs the program: an exit code, and a line for each thing to change.</summary>
internal sealed record ErrorReport(int Code, ImmutableArray<string> Lines)
{
    /// <summary>All in one line.</summary>
    public string Text => string.Join("; ", Lines);

    public static ErrorReport From(Exception exception) =>
        Unwrap(exception) switch
        {
            OptionsValidationException faults => new(ExitCode.Usage, [.. faults.Failures.Select(OneLine)]),
            UsageException or ConfigurationException => Create(ExitCode.Usage, Unwrap(exception).Message),
            TransportRefusedException refused => Create(ExitCode.Refused, refused.Message),
            DbException database when StorageErrors.Find(database) is { } storage => Create(CodeOf(storage.Fault), storage.Message),
            UnavailableException unavailable => Create(ExitCode.Fault, unavailable.Message),
            IOException full when FileErrors.IsFull(full) => Create(
                ExitCode.Fault,
                "The disk is full, or what is printed cannot be written: nothing more was written."
            ),
            IOException or UnauthorizedAccessException => Create(ExitCode.Fault, Unwrap(exception).Message),
            var other => Create(ExitCode.Fault, $"Fault of the program: {other.GetType().Name}: {other.Message}{PlaceOf(other)}"),
        };

    /// <summary>What a fault of the database ends the process with: 2 where no other start would mend it.</summary>
    public static int CodeOf(StorageError fault) =>
        fault switch
        {
            StorageError.Unavailable or StorageError.Locked or StorageError.DiskFull or StorageError.Gone => ExitCode.Fault,
            _ => ExitCode.Usage,
        };

    private static ErrorReport Create(int code, string line) => new(code, [OneLine(line)]);

    // The fault that counts is inside of those that only say where it came through.
    private static Exception Unwrap(Exception exception)
    {
        while (
            exception is AggregateException or TypeInitializationException or TargetInvocationException
            && exception.InnerException is { } inner
        )
            exception = inner;
        return exception;
    }

    // Where it happened, in one word, for a report.
    private static string PlaceOf(Exception exception) =>
        new StackTrace(exception)
            .GetFrames()
            .Select(DiagnosticMethodInfo.Create)
            .FirstOrDefault(method => method?.DeclaringTypeName?.StartsWith(nameof(AiNewsBot), StringComparison.Ordinal) == true)
            is { } place
            ? $" (at {place.DeclaringTypeName}.{place.Name})"
            : "";

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
