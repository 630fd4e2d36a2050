using System.Collections.Frozen;
using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Cards;
using AiNewsBot.Transport;

namespace AiNewsBot.Commands;

/// <summary>Brings each request to the command or button that it is for.</summary>
public sealed class CommandRouter : IRequestHandler
{
    private readonly FrozenDictionary<string, Command> _commands;
    private readonly AnswerButtons _buttons;
    private readonly SnapshotHolder _snapshots;

    public CommandRouter(IEnumerable<Command> commands, AnswerButtons buttons, SnapshotHolder snapshots)
    {
        (_buttons, _snapshots) = (buttons, snapshots);
        Command[] answering = [.. commands];
        Command[] all = [.. answering, new HelpCommand(answering.Select(command => command.Definition))];
        _commands = all.ToFrozenDictionary(command => command.Definition.Name);
        Commands = [.. all.Select(command => command.Definition)];
    }

    public ImmutableArray<CommandDefinition> Commands { get; }

    public bool IsPrivate(Request request) =>
        request.Kind == RequestKind.Button || !_commands.TryGetValue(request.Name, out var command) || command.IsPrivate(request);

    public ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        _snapshots.IsLoaded ? RouteAsync(request, cancellationToken) : WaitAndRouteAsync(request, cancellationToken);

    private async ValueTask<Reply> WaitAndRouteAsync(Request request, CancellationToken cancellationToken)
    {
        await _snapshots.Loaded.WaitAsync(cancellationToken);
        return await RouteAsync(request, cancellationToken);
    }

    private ValueTask<Reply> RouteAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Kind == RequestKind.Button)
            return ValueTask.FromResult(_buttons.Press(request));
        if (!_commands.TryGetValue(request.Name, out var command))
            return ValueTask.FromResult<Reply>(Say("This command is gone: it was part of another version of the bot. Type / to see what there is."));
        return request.Kind == RequestKind.Autocomplete
            ? ValueTask.FromResult<Reply>(new Reply.Suggest(command.Complete(request)))
            : command.HandleAsync(request, cancellationToken);
    }

    public Reply Failed(string code) =>
        Say($"Something went wrong here, and it was not your doing. If it stays, tell the bot's operator this code: {code}");

    private static Reply.Show Say(string text) =>
        new(new CardWriter(VerdictStyle.Accent(null)).Add(Markdown.Escape(text)).ToCard(), IsPrivate: true);
}
