using AiNewsBot.Configuration;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Setup;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Storage;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Pruning_deletes_only_files_with_the_exact_name_of_a_backup_and_never_the_database()
    {
        string[] others =
        [
            "ainewsbot-1.db",
            "ainewsbot-20261128T120000000-daily.db.part2",
            "ainewsbot-mine.db",
            "ainewsbot-99999999T999999999-daily.db",
        ];
        var database = Create("backups/ainewsbot-20000101T000000000-daily.db");
        foreach (var other in others)
            File.Copy(database.File, _folder["backups/" + other]);
        var backups = new Backups(database, _folder["backups"], 1, _time);

        Write(backups, BackupName.Daily);
        var last = Write(backups, BackupName.Daily);

        Assert.All(others, other => Assert.True(File.Exists(_folder["backups/" + other])));
        Assert.True(database.Exists);
        Assert.Equal([last], Directory.GetFiles(_folder["backups"], "ainewsbot-2026*-daily.db"));
    }

    [Fact]
    public void Backups_before_a_restore_or_migration_do_not_count_among_the_daily_ones()
    {
        var backups = new Backups(Create("facts.db"), _folder["backups"], 2, _time);

        var daily = new[] { Write(backups, BackupName.Daily), Write(backups, BackupName.Daily) };
        var others = new[]
        {
            Write(backups, BackupName.BeforeMigration),
            Write(backups, BackupName.BeforeRestore),
            Write(backups, BackupName.BeforeRestore),
        };

        Assert.Equal([.. daily, .. others[1..]], Directory.GetFiles(_folder["backups"]).Order());
    }

    [Fact]
    public void Part_of_a_backup_that_an_earlier_version_left_on_a_full_disk_counts_as_none()
    {
        var database = Create("facts.db");
        var backups = new Backups(database, _folder["backups"], 2, _time);
        var good = Write(backups, BackupName.Daily);
        for (var i = 1; i <= 3; i++)
            File.WriteAllBytes(
                _folder[$"backups/{BackupName.For(_time.GetUtcNow().AddMinutes(i), BackupName.Daily)}"],
                File.ReadAllBytes(database.File)[..^4096]
            );
        _time.Advance(TimeSpan.FromHours(1));

        var next = Write(backups, BackupName.Daily);

        Assert.True(File.Exists(good));
        Assert.Equal(next, backups.NewestSound());
    }

    [Fact]
    public void A_backup_that_fails_leaves_nothing_and_drops_no_other()
    {
        var database = Create("facts.db");
        var backups = new Backups(database, _folder["backups"], 1, _time);
        var good = Write(backups, BackupName.Daily);
        Overwrite(database.File, from: 3 * 4096);

        var exception = Assert.Throws<StorageException>(() => Write(backups, BackupName.Daily));

        Assert.Contains("damaged", exception.Message);
        Assert.Equal([good], Directory.GetFiles(_folder["backups"]));
    }

    [Fact]
    public void Database_and_backups_are_for_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("needs file modes");
            return;
        }

        var database = Create("data/facts.db");
        var backup = Write(new Backups(database, _folder["data/backups"], 2, _time), BackupName.Daily);

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(Owner, File.GetUnixFileMode(database.File));
        Assert.Equal(Owner, File.GetUnixFileMode(backup));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder["data"]));
    }

    [Fact]
    public void The_folder_of_the_database_is_refused_as_a_folder_for_backups()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Storage:ConnectionString", "Data Source=data/ainewsbot-1.db"),
                new("Storage:BackupFolder", "data/"),
            ])
            .Build();

        Assert.Contains(
            "Storage:BackupFolder: is the folder of the database",
            Assert.Throws<OptionsValidationException>(() => SettingsBinder.Read<StorageSettings>(configuration)).Message
        );
    }

    [Fact]
    public void A_restore_is_refused_while_another_connection_is_open()
    {
        var database = Create("facts.db");
        var backups = new Backups(database, _folder["backups"], 2, _time);
        var backup = Write(backups, BackupName.Daily);
        using var bot = new SqliteConnection($"Data Source={database.File};Pooling=False");
        bot.Open();
        bot.Execute("DELETE FROM servers");

        var exception = Assert.Throws<StorageException>(() => new Restorer(database, backups).Restore(backup));

        Assert.Contains("in use: stop the bot", exception.Message);
        Assert.Equal([backup], Directory.GetFiles(_folder["backups"]));
    }

    [Fact]
    public async Task A_damaged_database_is_replaced_and_kept()
    {
        var database = Create("facts.db");
        var backups = new Backups(database, _folder["backups"], 2, _time);
        var backup = Write(backups, BackupName.Daily);
        SqliteConnection.ClearAllPools();
        Overwrite(database.File, from: 0);
        var damaged = File.ReadAllBytes(database.File);

        var kept = new Restorer(database, backups).Restore(backup);

        Assert.Equal(damaged, File.ReadAllBytes(kept!));
        Assert.Null((await DatabaseCheck.RunAsync(new DatabaseFile($"Data Source={database.File}"))).Fault);
    }

    [Fact]
    public void Another_programs_database_is_left_alone()
    {
        using (var other = new SqliteConnection($"Data Source={_folder["other.db"]};Pooling=False"))
            other.Execute("CREATE TABLE songs (name TEXT)");
        var database = new DatabaseFile($"Data Source={_folder["other.db"]}");

        var exception = Assert.Throws<StorageException>(() =>
            new Migrator(database, new Backups(database, _folder["backups"], 1, _time)).Migrate()
        );

        Assert.Equal(StorageError.Foreign, exception.Fault);
        using var connection = database.OpenToRead();
        Assert.Equal(1, connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_master"));
    }

    public void Dispose() => _folder.Dispose();

    private DatabaseFile Create(string file)
    {
        var database = new DatabaseFile($"Data Source={_folder[file]}");
        new Migrator(database, new Backups(database, _folder["none"], 1, _time)).Migrate();
        using var connection = database.Open();
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return database;
    }

    private string Write(Backups backups, string why)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        return backups.Write(why);
    }

    private static void Overwrite(string file, int from)
    {
        SqliteConnection.ClearAllPools();
        var bytes = File.ReadAllBytes(file);
        for (var i = from; i < Math.Min(bytes.Length, from + 20 * 4096); i++)
            bytes[i] ^= 0x5a;
        File.WriteAllBytes(file, bytes);
    }
}
