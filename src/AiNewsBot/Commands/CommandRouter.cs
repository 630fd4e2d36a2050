using System.Collections.Frozen;
using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Limits;
using AiNewsBot.Transport;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Commands;

/// <summary>Brings each request to the command, button or form that it is for.</summary>
public sealed partial class CommandRouter : IRequestHandler
{
    private readonly FrozenDictionary<string, Command> _commands;
    private readonly FrozenDictionary<string, IActions> _actions;
    private readonly SnapshotHolder _snapshots;
    private readonly UserLimits _limits;
    private readonly ILogger _logger;

    public CommandRouter(IEnumerable<Command> commands, IEnumerable<CommandGroup> groups, IEnumerable<IActions> actions, SnapshotHolder snapshots,
        UserLimits limits, ILogger<CommandRouter> logger)
    {
        (_snapshots, _limits, _logger) = (snapshots, limits, logger);
        Command[] answering = [.. commands];
        var groupDefinitions = groups.Select(group => group.Definition).ToArray();
        Command[] all = [.. answering, new HelpCommand(answering.Select(command => command.Definition), groupDefinitions)];
        _commands = all.ToFrozenDictionary(command => command.Definition.Name);
        _actions = actions.SelectMany(handler => handler.Actions.Select(action => (action, handler))).ToFrozenDictionary(pair => pair.action, pair => pair.handler);
        Commands = Grouped(all.Select(command => Translations.Of(command.Definition)), groupDefinitions);
    }

    public ImmutableArray<CommandDefinition> Commands { get; }

    public Waiting WaitingFor(Request request) => request.Kind switch
    {
        RequestKind.Autocomplete => Waiting.ForNothing,
        RequestKind.Button or RequestKind.Form => WaitingForActions(request, ButtonId.Parse(request.Name).Action),
        _ => _commands.TryGetValue(request.Name, out var command) ? command.WaitingFor(request) : Waiting.ForPrivateMessage,
    };

    public async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        try
        {
            if (!_snapshots.IsLoaded)
                await _snapshots.Loaded.WaitAsync(cancellationToken);
            return await RouteAsync(request, cancellationToken);
        }
        catch (Exception exception) when (StorageReply.Find(exception) is { } fault)
        {
            NoStorage(_logger, request.Kind, request.Kind is RequestKind.Button or RequestKind.Form ? ButtonId.Parse(request.Name).Action : request.Name, fault.Message);
            return StorageReply.Of(fault, request);
        }
    }

    public Reply Failed(string code) =>
        Answered.Say($"Something went wrong here, and it was not your doing. If it stays, tell the bot's operator this code: {code}");

    // "fact edit" is the subcommand edit of fact; a group stands where its first command does.
    private static ImmutableArray<CommandDefinition> Grouped(IEnumerable<CommandDefinition> commands, IEnumerable<CommandDefinition> groups)
    {
        var byName = groups.ToDictionary(group => group.Name, Translations.Of);
        var grouped = new List<CommandDefinition>();
        foreach (var together in commands.GroupBy(command => command.Kind == CommandKind.Slash ? command.Name.Split(' ')[0] : command.Name))
        {
            CommandDefinition[] members = [.. together];
            grouped.Add(byName.TryGetValue(together.Key, out var group)
                ? group with { Subcommands = [.. members.Select(member => member with { Name = member.Name[(together.Key.Length + 1)..] })] }
                : members.Single());
        }

        return [.. grouped];
    }

    private Waiting WaitingForActions(Request request, string action) => !_actions.TryGetValue(action, out var actions) ? Waiting.ForPrivateMessage
        : request.Kind == RequestKind.Form ? actions.WaitingForForm(action) : actions.WaitingFor(action);

    private ValueTask<Reply> RouteAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Kind is RequestKind.Button or RequestKind.Form)
        {
            var (action, argument) = ButtonId.Parse(request.Name);
            return _actions.TryGetValue(action, out var actions)
                ? actions.ActAsync(request, action, argument, cancellationToken)
                : ValueTask.FromResult(Answered.Say("This button is of another version of the bot. Ask anew with /ask."));
        }

        if (!_commands.TryGetValue(request.Name, out var command))
            return ValueTask.FromResult(Answered.Say("This command is gone: it was part of another version of the bot. Type / to see what there is."));
        if (request.Kind == RequestKind.Autocomplete)
            return ValueTask.FromResult<Reply>(new Reply.Suggest(command.Complete(request)));
        return command.Limit is { } act && _limits.Take(act, request.Caller.User) is var wait && wait > TimeSpan.Zero
            ? ValueTask.FromResult(Answered.Say(LimitText.Of(act, wait)))
            : command.HandleAsync(request, cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Error, "{Kind} {Name} was refused: {Reason}")]
    private static partial void NoStorage(ILogger logger, RequestKind kind, string name, string reason);
}
