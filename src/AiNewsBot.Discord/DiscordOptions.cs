using System.Reflection;

namespace AiNewsBot.Discord;

/// <summary>The bot that the client acts for, and the API that it calls.</summary>
public sealed record DiscordOptions
{
    /// <summary>The bot's token, without the word Bot. Never logged.</summary>
    public required string Token { get; init; }

    /// <summary>Base of the REST API; the gateway's address comes from there.</summary>
    public Uri ApiBaseUrl { get; init; } = new("https://discord.com/api/v10");

    /// <summary>How many shards; null for as many as Discord recommends.</summary>
    public int? ShardCount { get; init; }

    /// <summary>The shards that this process runs; null for all.</summary>
    public Range? Shards { get; init; }

    /// <summary>Hands shards to this process, where several divide them: calls its first argument with a shard, and cancels that call's
    /// token when the shard is another process's. It runs until its own token is cancelled and its calls have ended. Null where the shards
    /// of this process do not change. It needs a shard count.</summary>
    public Func<Func<int, CancellationToken, Task>, CancellationToken, Task>? AssignShards { get; init; }

    /// <summary>Waits for the turn of an identify with this key, where several processes have one token; null where one process has it
    /// alone.</summary>
    public Func<int, CancellationToken, Task>? WaitForIdentifyTurn { get; init; }

    /// <summary>Which events the gateway sends. Interactions need no intent.</summary>
    public Intents Intents { get; init; } = Intents.Guilds;

    /// <summary>The status below the bot's name; null for none.</summary>
    public string? Presence { get; init; }

    /// <summary>Waits for the turn of a request that counts towards the limit over all requests, where several processes have one token;
    /// null where one process has it alone.</summary>
    public Func<CancellationToken, Task>? WaitForSharedTurn { get; init; }

    /// <summary>Who is calling. Discord asks for this form, and its gatekeeper refuses calls without it.</summary>
    public string UserAgent { get; init; } =
        $"DiscordBot (https://github.com/ainewsbot/ainewsbot, {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)})";

    /// <summary>Changes the handlers of HTTP: a test trusts its own server.</summary>
    internal Action<SocketsHttpHandler>? Configure { get; init; }

    /// <summary>The options without the secret.</summary>
    public override string ToString() =>
        $"{ApiBaseUrl}, shards {ShardCount?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "auto"}";
}
