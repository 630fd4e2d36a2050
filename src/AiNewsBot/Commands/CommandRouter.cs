using System.Collections.Frozen;
using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Transport;

namespace AiNewsBot.Commands;

/// <summary>Brings each request to the command, button or form that it is for.</summary>
public sealed class CommandRouter : IRequestHandler
{
    private readonly FrozenDictionary<string, Command> _commands;
    private readonly FrozenDictionary<string, IActions> _actions;
    private readonly SnapshotHolder _snapshots;

    public CommandRouter(IEnumerable<Command> commands, IEnumerable<IActions> actions, SnapshotHolder snapshots)
    {
        _snapshots = snapshots;
        Command[] answering = [.. commands];
        Command[] all = [.. answering, new HelpCommand(answering.Select(command => command.Definition))];
        _commands = all.ToFrozenDictionary(command => command.Definition.Name);
        _actions = actions.SelectMany(handler => handler.Actions.Select(action => (action, handler))).ToFrozenDictionary(pair => pair.action, pair => pair.handler);
        Commands = [.. all.Select(command => Translations.Of(command.Definition))];
    }

    public ImmutableArray<CommandDefinition> Commands { get; }

    public Waiting WaitingFor(Request request) => request.Kind switch
    {
        RequestKind.Autocomplete => Waiting.ForNothing,
        RequestKind.Button or RequestKind.Form => _actions.TryGetValue(ButtonId.Parse(request.Name).Action, out var actions)
            ? actions.WaitingFor(ButtonId.Parse(request.Name).Action)
            : Waiting.ForPrivateMessage,
        _ => !_commands.TryGetValue(request.Name, out var command) || command.IsPrivate(request) ? Waiting.ForPrivateMessage : Waiting.ForMessage,
    };

    public ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        _snapshots.IsLoaded ? RouteAsync(request, cancellationToken) : WaitAndRouteAsync(request, cancellationToken);

    public Reply Failed(string code) =>
        Answered.Say($"Something went wrong here, and it was not your doing. If it stays, tell the bot's operator this code: {code}");

    private async ValueTask<Reply> WaitAndRouteAsync(Request request, CancellationToken cancellationToken)
    {
        await _snapshots.Loaded.WaitAsync(cancellationToken);
        return await RouteAsync(request, cancellationToken);
    }

    private ValueTask<Reply> RouteAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Kind is RequestKind.Button or RequestKind.Form)
        {
            var (action, argument) = ButtonId.Parse(request.Name);
            return _actions.TryGetValue(action, out var actions)
                ? actions.ActAsync(request, action, argument)
                : ValueTask.FromResult(Answered.Say("This button is of another version of the bot. Ask anew with /ask."));
        }

        if (!_commands.TryGetValue(request.Name, out var command))
            return ValueTask.FromResult(Answered.Say("This command is gone: it was part of another version of the bot. Type / to see what there is."));
        return request.Kind == RequestKind.Autocomplete
            ? ValueTask.FromResult<Reply>(new Reply.Suggest(command.Complete(request)))
            : command.HandleAsync(request, cancellationToken);
    }
}
