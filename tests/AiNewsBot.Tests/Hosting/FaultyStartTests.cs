using System.Net;
using System.Net.Sockets;
using AiNewsBot.Cli;
using AiNewsBot.Hosting;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Tests.Hosting;

/// <summary>Starts that cannot succeed: a line on standard error, the exit code, no stack.</summary>
public sealed class FaultyStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("Storage:ConnectionString", "data/bot.db", 2)]
    [InlineData("Storage:ConnectionString", "Data Sourc=x", 2)]
    [InlineData("Storage:BackupFolder", "", 2)]
    [InlineData("Http:Urls", "http://127.0.0.1:8080/path", 2)]
    [InlineData("Http:Urls", "http://localhots:18103", 2)]
    [InlineData("Http:Urls", "http://192.0.2.1:18103", 2)]
    [InlineData("Http:OtlpEndpoint", "localhost:4318", 2)]
    [InlineData("Http:OtlpHeaders", "secret", 2)]
    [InlineData("Http:OtlpInterval", "00:00:00", 2)]
    [InlineData("Logging:LogLevel:Default", "Loud", 2)]
    [InlineData("Discord:Tokenn", "x", 2)]
    public async Task A_configuration_that_cannot_work_ends_it_with_one_line_that_names_the_key(string key, string value, int code)
    {
        var (ended, _, error) = await RunAsync($"--{key}={value}");

        Assert.Equal(code, ended);
        Assert.Contains(key, Assert.Single(Lines(error)));
    }

    [Fact]
    public async Task A_database_with_flipped_bytes_ends_it_with_2_and_one_line()
    {
        await SeedAsync();
        Flip(_folder["data/facts.db"]);

        var (code, _, error) = await RunAsync();

        Assert.Equal(2, code);
        Assert.Contains("doctor", Assert.Single(Lines(error)));
    }

    [Fact]
    public async Task A_file_that_is_no_database_ends_it_with_2_and_one_line()
    {
        Directory.CreateDirectory(_folder["data"]);
        await File.WriteAllTextAsync(_folder["data/facts.db"], new string('x', 5000), TestContext.Current.CancellationToken);

        var (code, _, error) = await RunAsync();

        Assert.Equal(2, code);
        Assert.Single(Lines(error));
    }

    [Fact]
    public async Task A_damaged_database_is_reported_by_check_and_doctor_with_the_backup_to_restore_and_passed_over_by_ask()
    {
        await SeedAsync();
        var database = new DatabaseFile($"Data Source={_folder["data/facts.db"]}");
        var backup = new Backups(database, _folder["backups"], 7, TimeProvider.System).Write(BackupName.Daily);
        Flip(database.File);

        var check = await RunAsync("db", "check");
        var doctor = await RunAsync("doctor");
        var ask = await RunAsync("ask", "is grok-1 open source");
        var stats = await RunAsync("facts", "stats");
        var export = await RunAsync("facts", "export", _folder["facts.json"]);

        Assert.Equal((2, 2, 0, 0, 2), (check.Code, doctor.Code, ask.Code, stats.Code, export.Code));
        Assert.Contains(backup, check.Error);
        Assert.Contains(backup, doctor.Out);
        Assert.Contains("facts that came with the program", ask.Error);
        Assert.Contains("open weights", ask.Out);
        Assert.Contains("--shipped", export.Error);
        Assert.False(File.Exists(_folder["facts.json"]));
    }

    [Fact]
    public async Task Facts_are_exported_to_standard_output_and_devices_are_written_to()
    {
        var printed = await RunAsync("facts", "export", "--shipped", "-");
        var device = await RunAsync("facts", "export", "--shipped", "/dev/null");

        Assert.StartsWith("{", printed.Out);
        Assert.Equal((0, 0), (printed.Code, device.Code));
        Assert.False(File.Exists("-"));
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public async Task Output_that_cannot_be_written_ends_it_with_1_and_one_line()
    {
        using var error = new StringWriter();
        await using var full = new FullWriter();

        var code = await CommandLineProgram.RunAsync(
            ["ask", "is grok-1 open source", .. Storage()],
            TextReader.Null,
            full,
            error,
            TimeProvider.System
        );

        Assert.Equal(1, code);
        Assert.Contains("disk is full", Lines(error.ToString())[^1]);
    }

    [Fact]
    public async Task A_service_that_fails_ends_the_bot_with_one_line_and_its_code()
    {
        await using var bot = (
            await RunningBot.StartAsync(change: services => services.AddHostedService(_ => new FailingService()), waitsForReady: false)
        ).Expects("FailingService failed; stopping: The database is read-only");

        await bot.StoppedAsync();

        Assert.Equal(2, bot.ExitCode);
        var line = Assert.Single(bot.Log, entry => entry.Level == LogLevel.Critical);
        Assert.Null(line.Exception);
    }

    [Fact]
    public async Task Doctor_names_a_port_that_another_program_has_taken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var (code, text, _) = await RunAsync("doctor", $"--Http:Urls=http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

        Assert.Equal(1, code);
        Assert.Contains("taken by another program", text);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 3)]
    public async Task Doctor_asks_discord_whether_it_takes_the_token(bool isRight, int expected)
    {
        await using var discord = await FakeDiscord.StartAsync();

        var (code, text, _) = await RunAsync(
            "doctor",
            "--online",
            $"--Discord:ApiBaseUrl={discord.ApiBaseUrl}",
            $"--Discord:Token={(isRight ? discord.Token : "another.bot.token")}"
        );

        Assert.Equal(expected, code);
        Assert.Contains(isRight ? "takes the token" : "refuses the token", text);
    }

    [Fact]
    public async Task Doctor_says_that_a_bot_without_gateway_and_public_key_cannot_be_reached()
    {
        var (code, text, _) = await RunAsync("doctor", "--Discord:Gateway=false");

        Assert.Equal(2, code);
        Assert.Contains("Discord:PublicKey is not set", text);
    }

    [Fact]
    public async Task A_start_without_a_database_beside_backups_says_so()
    {
        await SeedAsync();
        var database = new DatabaseFile($"Data Source={_folder["data/facts.db"]}");
        var backup = new Backups(database, _folder["backups"], 7, TimeProvider.System).Write(BackupName.Daily);
        SqliteConnection.ClearAllPools();
        File.Delete(database.File);

        await using var bot = (
            await RunningBot.StartAsync(
                settings: [new("Storage:ConnectionString", $"Data Source={database.File}"), new("Storage:BackupFolder", _folder["backups"])]
            )
        ).Expects("though there are backups");
        await bot.Discord.RunCommandAsync("help");

        Assert.Contains(bot.Log, entry => entry.Level == LogLevel.Warning && entry.Message.Contains(backup, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("libicuuc.so.77", true)]
    [InlineData("libicuuc.so", true)]
    [InlineData("libicuuc.so.4", false)]
    public void The_library_for_text_is_looked_for_by_its_names(string installed, bool isFound)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks for libraries of Linux");
        Assert.Equal(isFound, SystemLibraries.GetIcuError(name => name == installed) is null);
        Assert.Contains("libssl3", SystemLibraries.GetOpenSslError(name => name == installed));
    }

    [Fact]
    public async Task The_version_is_told_with_its_commit()
    {
        var (code, text, _) = await RunAsync("--version");

        Assert.Equal(0, code);
        Assert.Matches(@"^AiNewsBot \d+\.\d+\.\d+(-[0-9A-Za-z.]+)? \(commit ([0-9a-f]{12}|unknown)\)", text);
        Assert.Contains("Facts: version", text);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] given =
        [
            "--Discord:Token=MTIz.abc.def",
            "--Discord:ApiBaseUrl=http://127.0.0.1:9/api/v10",
            "--Http:Urls=",
            "--News:Enabled=false",
            .. Storage(),
            .. arguments,
        ];
        var code = await CommandLineProgram.RunAsync(given, TextReader.Null, output, error, TimeProvider.System);
        return (code, output.ToString(), error.ToString());
    }

    private string[] Storage() =>
        [$"--Storage:ConnectionString=Data Source={_folder["data/facts.db"]}", $"--Storage:BackupFolder={_folder["backups"]}"];

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private Task SeedAsync() => SeededDatabase.CopyAsync(_folder["data/facts.db"]);

    // In the middle of the file: its first pages, with the schema, stay whole.
    private static void Flip(string file)
    {
        SqliteConnection.ClearAllPools();
        var bytes = File.ReadAllBytes(file);
        for (var page = bytes.Length / 4096 / 3; page < bytes.Length / 4096 * 2 / 3; page++)
        {
            for (var i = 0; i < 64; i++)
                bytes[page * 4096 + i] ^= 0x5a;
        }

        File.WriteAllBytes(file, bytes);
    }

    private sealed class FailingService : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new StorageException("The database is read-only") { Fault = StorageError.ReadOnly };
        }
    }

    private sealed class FullWriter : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device", 28);
    }
}
