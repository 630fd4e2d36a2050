using System.Collections.Immutable;

namespace AiNewsBot.Chat;

/// <summary>What buttons and forms do. Their ids are "action:argument" and carry all that is needed, so that they work after a restart and
/// after months.</summary>
internal interface IComponentHandler
{
    /// <summary>The actions that it handles.</summary>
    ImmutableArray<string> Actions { get; }

    /// <summary>What to say while one takes long.</summary>
    DeferMode GetDeferMode(string action);

    /// <summary>What to say while a sent form takes long: it opens no other form, so it can always be announced.</summary>
    DeferMode WaitingForForm(string action) => GetDeferMode(action) == DeferMode.None ? DeferMode.EphemeralMessage : GetDeferMode(action);

    /// <summary>Who may press it. Each handler says so: what is open to everyone is open on purpose.</summary>
    ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument);

    /// <summary>What those see who may not, where more is to be said than why.</summary>
    /// <param name="refusal">Why they may not.</param>
    ValueTask<Reply> RefuseAsync(Request request, string action, string argument, Reply refusal) => new(refusal);

    /// <summary>Does one.</summary>
    /// <param name="request">A button or a form.</param>
    /// <param name="action">The action in its id.</param>
    /// <param name="argument">What follows it there.</param>
    ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken);
}
