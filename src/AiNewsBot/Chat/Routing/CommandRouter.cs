using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Metrics;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Chat.Routing;

/// <summary>Brings each request to the command, button or form that it is for.</summary>
internal sealed partial class CommandRouter : IRequestHandler
{
    private readonly FrozenDictionary<string, Command> _commands;
    private readonly FrozenDictionary<string, IComponentHandler> _actions;
    private readonly SnapshotHolder _snapshots;
    private readonly PermissionService _permissions;
    private readonly UserLimits _limits;
    private readonly ILogger _logger;

    public CommandRouter(
        IEnumerable<Command> commands,
        IEnumerable<CommandGroup> groups,
        IEnumerable<IComponentHandler> actions,
        SnapshotHolder snapshots,
        PermissionService permissions,
        UserLimits limits,
        ILogger<CommandRouter> logger
    )
    {
        (_snapshots, _permissions, _limits, _logger) = (snapshots, permissions, limits, logger);
        Command[] answering = [.. commands];
        var groupDefinitions = groups.Select(group => group.Definition).ToArray();
        Command[] all = [.. answering, new HelpCommand(answering.Select(command => command.Definition), groupDefinitions)];
        _commands = all.ToFrozenDictionary(command => command.Definition.Name);
        _actions = actions
            .SelectMany(handler => handler.Actions.Select(action => (action, handler)))
            .ToFrozenDictionary(pair => pair.action, pair => pair.handler);
        Commands = Grouped(all.Select(command => CommandTranslations.Translate(command.Definition)), groupDefinitions);
    }

    public ImmutableArray<CommandDefinition> Commands { get; }

    public DeferMode GetDeferMode(Request request) =>
        request.Kind switch
        {
            RequestKind.Autocomplete => DeferMode.None,
            RequestKind.Button or RequestKind.Form => WaitingForActions(request, ButtonId.Parse(request.Name).Action),
            _ => _commands.TryGetValue(request.Name, out var command) ? command.GetDeferMode(request) : DeferMode.EphemeralMessage,
        };

    public async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var outcome = RequestOutcome.Faulted;
        ChatTexts.Use(request.Locale);
        try
        {
            (var reply, outcome) = await AnswerAsync(request, cancellationToken);
            return reply;
        }
        finally
        {
            if (BotMeter.Requests.Enabled)
                BotMeter.Record(request.Kind.ToString().ToLowerInvariant(), GetName(request), began, outcome);
        }
    }

    private async ValueTask<(Reply Reply, RequestOutcome Outcome)> AnswerAsync(Request request, CancellationToken cancellationToken)
    {
        try
        {
            if (!_snapshots.IsLoaded)
                await (NeedsFactsAlone(request) ? _snapshots.Shown : _snapshots.Loaded).WaitAsync(cancellationToken);
            return await RouteAsync(request, cancellationToken);
        }
        catch (StorageException fault)
        {
            NoStorage(
                _logger,
                fault.IsLogged ? LogLevel.Information : LogLevel.Error,
                request.Kind,
                request.Kind is RequestKind.Button or RequestKind.Form ? ButtonId.Parse(request.Name).Action : request.Name,
                fault.Message
            );
            return (StorageReply.Create(fault, request), RequestOutcome.Failed);
        }
    }

    // What is not known is one name: others could be without end.
    public string GetName(Request request)
    {
        if (request.Kind is not (RequestKind.Button or RequestKind.Form))
            return _commands.ContainsKey(request.Name) ? request.Name : "other";
        var action = ButtonId.Parse(request.Name).Action;
        return _actions.ContainsKey(action) ? action : "other";
    }

    public Reply CreateFailure(Request request, string code) => Replies.Ephemeral(request.Texts["error.failure", ("code", code)]);

    // "fact edit" is the subcommand edit of fact; a group is listed where its first command is.
    private static ImmutableArray<CommandDefinition> Grouped(IEnumerable<CommandDefinition> commands, IEnumerable<CommandDefinition> groups)
    {
        var byName = groups.ToDictionary(group => group.Name, CommandTranslations.Translate);
        var grouped = new List<CommandDefinition>();
        foreach (var together in commands.GroupBy(command => command.Kind == CommandKind.Slash ? command.Name.Split(' ')[0] : command.Name))
        {
            CommandDefinition[] members = [.. together];
            grouped.Add(
                byName.TryGetValue(together.Key, out var group)
                    ? group with
                    {
                        Subcommands = [.. members.Select(member => member with { Name = member.Name[(together.Key.Length + 1)..] })],
                    }
                    : members.Single()
            );
        }

        return [.. grouped];
    }

    private bool NeedsFactsAlone(Request request) =>
        request.Kind is not (RequestKind.Button or RequestKind.Form)
        && _commands.TryGetValue(request.Name, out var command)
        && command.NeedsFactsAlone;

    private DeferMode WaitingForActions(Request request, string action) =>
        !_actions.TryGetValue(action, out var componentHandler) ? DeferMode.EphemeralMessage
        : request.Kind == RequestKind.Form ? componentHandler.WaitingForForm(action)
        : componentHandler.GetDeferMode(action);

    private async ValueTask<(Reply Reply, RequestOutcome Outcome)> RouteAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Kind is RequestKind.Button or RequestKind.Form)
        {
            var (action, argument) = ButtonId.Parse(request.Name);
            if (!_actions.TryGetValue(action, out var componentHandler))
                return (Replies.Ephemeral(request.Texts["error.old_button"]), RequestOutcome.Gone);
            var access = await componentHandler.GetAccessAsync(request, action, argument);
            return await _permissions.GetRefusalAsync(request, access, cancellationToken) is { } closed
                ? (await componentHandler.RefuseAsync(request, action, argument, closed), RequestOutcome.Refused)
                : (await componentHandler.HandleAsync(request, action, argument, cancellationToken), RequestOutcome.Answered);
        }

        if (!_commands.TryGetValue(request.Name, out var command))
            return (Replies.Ephemeral(request.Texts["error.command_gone"]), RequestOutcome.Gone);
        if (request.Kind == RequestKind.Autocomplete)
            return (new Reply.Autocomplete(await command.CompleteAsync(request, cancellationToken)), RequestOutcome.Answered);
        if (await _permissions.GetRefusalAsync(request, await command.GetAccessAsync(request), cancellationToken) is { } refusal)
            return (refusal, RequestOutcome.Refused);
        return command.Limit is { } act && _limits.Acquire(act, request.Caller.User) is var wait && wait > TimeSpan.Zero
            ? (Replies.Ephemeral(LimitText.Create(act, wait, request.Texts)), RequestOutcome.Refused)
            : (await command.HandleAsync(request, cancellationToken), RequestOutcome.Answered);
    }

    [LoggerMessage(EventId = 1, Message = "Failed to answer {Kind} {Name}: {Reason}")]
    private static partial void NoStorage(ILogger logger, LogLevel level, RequestKind kind, string name, string reason);
}
