namespace AiNewsBot.Chat;

/// <summary>
/// The one seam between the bot and a chat: requests come in, replies go out. What is behind it knows nothing of facts, and what
/// is before it knows nothing of Discord's protocol; another client library would be another implementation beside this one.
/// </summary>
internal interface IChatTransport
{
    /// <summary>The state of the connection.</summary>
    TransportState State { get; }

    /// <summary>Ids of the servers that have the bot, as far as this process knows; null while it knows none.</summary>
    IReadOnlySet<string>? Servers { get; }

    /// <summary>Whether this process knows if a server has the bot: another one may serve it.</summary>
    bool KnowsServer(string id) => Servers is not null;

    /// <summary>Asks the chat which servers have the bot, where nothing tells this process; null where it is told.</summary>
    Task<IReadOnlySet<string>?> ListServersAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlySet<string>?>(null);

    /// <summary>Raised with the id of a server in which something has changed by which the bot may be let in where it was not: rights,
    /// roles, channels, threads.</summary>
    event Action<string>? ServerChanged;

    /// <summary>Answers a request that the chat sent by HTTP; null when this bot takes none.</summary>
    Task<SignedResponse?> AnswerAsync(SignedRequest request);

    /// <summary>Connects, registers the commands and hands each request to the handler, until cancelled; then answers what is in
    /// flight.</summary>
    /// <exception cref="TransportRefusedException">The chat refuses this bot for good.</exception>
    Task RunAsync(IRequestHandler handler, CancellationToken cancellationToken);
}
