using System.Collections.Immutable;

namespace AiNewsBot.Chat;

/// <summary>The bot as the transport sees it.</summary>
internal interface IRequestHandler
{
    /// <summary>What people can call.</summary>
    ImmutableArray<CommandDefinition> Commands { get; }

    /// <summary>What to say while the reply takes long.</summary>
    DeferMode GetDeferMode(Request request);

    /// <summary>What a request asks for, as it is measured: a command or what a button does, of those that there are.</summary>
    string GetName(Request request);

    /// <summary>Answers a request. An exception is a fault of the bot; refusals are replies.</summary>
    ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken);

    /// <summary>What the one who asked sees when handling failed.</summary>
    /// <param name="code">The code under which the fault is logged.</param>
    Reply CreateFailure(Request request, string code);
}
