using System.Collections.Immutable;
using AiNewsBot.Chat.Limits;

namespace AiNewsBot.Chat;

/// <summary>A slash command: what it is called, and what it answers.</summary>
internal abstract class Command
{
    /// <summary>What people see of it before they call it.</summary>
    public abstract CommandDefinition Definition { get; }

    /// <summary>Answers a call.</summary>
    public abstract ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken);

    /// <summary>Suggests values for the option that is being typed.</summary>
    public virtual Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<OptionChoice>>([]);

    /// <summary>Whether only the one who called will see the answer.</summary>
    public virtual bool IsPrivate(Request request) => request.Option(PrivateOption) == "true";

    /// <summary>What to say while the answer takes long; a command that opens a form says nothing.</summary>
    public virtual DeferMode GetDeferMode(Request request) => IsPrivate(request) ? DeferMode.EphemeralMessage : DeferMode.Message;

    /// <summary>Who may call it.</summary>
    public abstract ValueTask<AccessRule> GetAccessAsync(Request request);

    /// <summary>Whether it answers from the facts alone, also while a new database is not filled yet.</summary>
    public virtual bool NeedsFactsAlone => false;

    /// <summary>As what it counts against the limits of the one who calls it; null where it has no limit.</summary>
    public virtual LimitedAction? Limit => null;

    /// <summary>The name of the option by which an answer is shown to oneself alone.</summary>
    protected const string PrivateOption = "private";

    /// <summary>The option itself.</summary>
    protected static OptionDefinition Private { get; } = new(PrivateOption, "Show the answer to me alone", OptionKind.Flag);
}
