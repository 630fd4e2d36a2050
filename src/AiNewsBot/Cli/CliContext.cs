using AiNewsBot.Answering;
using AiNewsBot.Configuration;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Hosting;
using AiNewsBot.News.Configuration;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Maintenance;
using AiNewsBot.Storage.Setup;
using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Cli;

/// <summary>What the verbs share: the configuration, the standard streams and the clock.</summary>
internal sealed record CliContext(
    IReadOnlyDictionary<string, string?> Keys,
    TextReader In,
    TextWriter Out,
    TextWriter Error,
    TimeProvider Time
)
{
    /// <summary>The configuration, read when a verb first needs it. Every key of it is one that the bot knows.</summary>
    public IConfigurationRoot Configuration => _checked.Value;

    /// <summary>The configuration as it was found.</summary>
    public IConfigurationRoot UncheckedConfiguration => _configuration.Value;

    public StorageSettings Storage => SettingsBinder.Read<StorageSettings>(Configuration);

    public NewsSettings News => SettingsBinder.Read<NewsSettings>(Configuration);

    public FactsSettings Facts => SettingsBinder.Read<FactsSettings>(Configuration);

    /// <summary>Today, in the view of the machine's owner's clock in UTC: facts are dated by days.</summary>
    public DateOnly Today => Time.Today();

    private readonly Lazy<IConfigurationRoot> _configuration = new(() => ConfigurationFiles.Read(Keys));
    private readonly Lazy<IConfigurationRoot> _checked = new(() => Check(ConfigurationFiles.Read(Keys)));

    /// <summary>The lines of standard input. A byte order mark before the first is no part of it.</summary>
    public IEnumerable<string> ReadLines()
    {
        for (var line = In.ReadLine()?.TrimStart('\uFEFF'); line is not null; line = In.ReadLine())
            yield return line;
    }

    public IDatabase OpenDatabase() => MaintenanceFactory.OpenDatabase(Storage);

    public IDatabaseMaintenance OpenMaintenance() => MaintenanceFactory.OpenMaintenance(Storage, Time);

    /// <summary>What answers from the facts of the database, or from those that come with the program.</summary>
    public async Task<Answerer> LoadAnswererAsync()
    {
        using var database = OpenDatabase();
        return new Answerer(await TerminalFacts.LoadAsync(database, Error));
    }

    private static IConfigurationRoot Check(IConfigurationRoot configuration)
    {
        ConfigurationKeyValidator.Require(configuration);
        return configuration;
    }
}
