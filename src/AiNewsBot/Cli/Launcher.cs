using AiNewsBot.Hosting;

namespace AiNewsBot.Cli;

/// <summary>The program as a process: it ends with an exit code and a line, never by an abort of the runtime.</summary>
internal static class Launcher
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        // Before anything else: comparing or formatting a text would abort the process.
        if (SystemLibraries.GetIcuError() is { } error)
        {
            TryWrite(error);
            return ExitCode.Usage;
        }

        AppDomain.CurrentDomain.UnhandledException += (_, fault) => End(fault.ExceptionObject as Exception);
        return await CommandLineProgram.RunAsync(arguments, Console.In, Console.Out, Console.Error, TimeProvider.System);
    }

    // On a thread of its own nothing catches a fault, and the runtime would print its stack and abort.
    private static void End(Exception? exception)
    {
        var report = exception is null ? new ErrorReport(ExitCode.Fault, ["Fault of the program."]) : ErrorReport.From(exception);
        TryWrite(report.Text);
        Environment.Exit(report.Code);
    }

    private static void TryWrite(string line)
    {
        try
        {
            Console.Error.WriteLine(line);
        }
        catch (IOException)
        {
            // There is no one to tell.
        }
    }
}
