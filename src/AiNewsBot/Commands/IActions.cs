using System.Collections.Immutable;
using AiNewsBot.Transport;

namespace AiNewsBot.Commands;

/// <summary>What buttons and forms do. Their ids are "action:argument" and carry all that is needed, so that they work after a restart and after months.</summary>
public interface IActions
{
    /// <summary>The actions that it handles.</summary>
    ImmutableArray<string> Actions { get; }

    /// <summary>What to say while one takes long.</summary>
    Waiting WaitingFor(string action);

    /// <summary>What to say while a sent form takes long: it opens no other form, so it can always be announced.</summary>
    Waiting WaitingForForm(string action) => WaitingFor(action) == Waiting.ForNothing ? Waiting.ForPrivateMessage : WaitingFor(action);

    /// <summary>Does one.</summary>
    /// <param name="request">A button or a form.</param>
    /// <param name="action">The action in its id.</param>
    /// <param name="argument">What follows it there.</param>
    ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken);
}
