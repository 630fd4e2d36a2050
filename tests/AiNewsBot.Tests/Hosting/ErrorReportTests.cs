using System.Reflection;
using AiNewsBot.Chat;
using AiNewsBot.Configuration;
using AiNewsBot.Hosting;
using AiNewsBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Tests.Hosting;

/// <summary>What ends the process becomes a line and an exit code that says whether another start would help.</summary>
public sealed class ErrorReportTests
{
    public static TheoryData<string, int, string> Faults =>
        new()
        {
            { nameof(UsageException), 2, "Name a file" },
            { nameof(ConfigurationException), 2, "Name a file" },
            { nameof(TransportRefusedException), 3, "Name a file" },
            { nameof(UnavailableException), 1, "Name a file" },
            { nameof(UnauthorizedAccessException), 1, "Name a file" },
            { nameof(IOException), 1, "Name a file" },
            { "full disk", 1, "The disk is full, or what is printed cannot be written: nothing more was written." },
            { nameof(InvalidOperationException), 1, "Fault of the program: InvalidOperationException: Name a file" },
            { nameof(SqliteException), 1, "Fault of the program: SqliteException: Name a file" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_has_its_exit_code_and_one_line(string fault, int code, string line)
    {
        var report = ErrorReport.From(Create(fault));

        Assert.Equal((code, line), (report.Code, Assert.Single(report.Lines)));
    }

    // The fault that counts is inside of those that only say where it came through.
    [Fact]
    public void Fault_within_others_is_the_one_that_is_told()
    {
        var inner = new ConfigurationException("Name a file");

        Assert.All(
            new Exception[]
            {
                new AggregateException(inner),
                new TargetInvocationException(inner),
                new TypeInitializationException("Some.Type", new TargetInvocationException(inner)),
            },
            outer => Assert.Equal((2, "Name a file"), (ErrorReport.From(outer).Code, ErrorReport.From(outer).Text))
        );
    }

    [Fact]
    public void Each_faulty_setting_is_a_line()
    {
        var report = ErrorReport.From(new OptionsValidationException("News", typeof(object), ["News:A is one", "News:B\nis two"]));

        Assert.Equal(2, report.Code);
        Assert.Equal(["News:A is one", "News:B is two"], report.Lines);
        Assert.Equal("News:A is one; News:B is two", report.Text);
    }

    [Theory]
    [InlineData(StorageError.Unavailable, 1)]
    [InlineData(StorageError.Locked, 1)]
    [InlineData(StorageError.DiskFull, 1)]
    [InlineData(StorageError.Gone, 1)]
    [InlineData(StorageError.Missing, 2)]
    [InlineData(StorageError.ReadOnly, 2)]
    [InlineData(StorageError.Unusable, 2)]
    [InlineData(StorageError.Damaged, 2)]
    [InlineData(StorageError.Foreign, 2)]
    [InlineData(StorageError.Newer, 2)]
    public void Fault_of_the_database_says_whether_a_restart_helps(object error, int code)
    {
        var report = ErrorReport.From(new StorageException("It cannot\nbe used.") { Fault = (StorageError)error });

        Assert.Equal((code, "It cannot be used."), (report.Code, report.Text));
    }

    [Fact]
    public void Fault_of_the_program_names_the_place_for_a_report()
    {
        var exception = Record.Exception(() => ListenAddress.ToLocal("nonsense"));

        Assert.Contains("(at AiNewsBot.Hosting.ListenAddress.ToLocal)", ErrorReport.From(exception!).Text, StringComparison.Ordinal);
    }

    private static Exception Create(string fault) =>
        fault switch
        {
            nameof(UsageException) => new UsageException("Name a file"),
            nameof(ConfigurationException) => new ConfigurationException("Name\r\na file"),
            nameof(TransportRefusedException) => new TransportRefusedException("Name a file", new InvalidOperationException()),
            nameof(UnavailableException) => new UnavailableException("Name a file"),
            nameof(UnauthorizedAccessException) => new UnauthorizedAccessException("Name a file"),
            nameof(IOException) => new IOException("Name a file"),
            "full disk" => new IOException("No space left on device", 28),
            nameof(SqliteException) => new SqliteException("Name a file", 1),
            _ => new InvalidOperationException("Name a file"),
        };
}
