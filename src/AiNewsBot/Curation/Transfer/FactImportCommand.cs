using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Commands;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Curation.Transfer;

/// <summary>/fact import: says first what a file would change, then changes all of it or nothing.</summary>
internal sealed class FactImportCommand(
    EditContextResolver contexts,
    IChatFiles files,
    Importer importer,
    PendingImports imports,
    FactEditingService factEditingService
) : Command, IComponentHandler
{
    private const string File = "file";
    private const int MaxLines = 8;

    public override CommandDefinition Definition { get; } =
        new(
            "fact import",
            "Take facts from a file that /fact export wrote; you see first what it would change",
            new OptionDefinition(File, "The file", OptionKind.File, IsRequired: true),
            FactOptions.Layer
        );

    public ImmutableArray<string> Actions { get; } = [ImportButton.Action];

    public override bool IsPrivate(Request request) => true;

    public DeferMode GetDeferMode(string action) => DeferMode.Update;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) =>
        new(AccessRule.For(Permission.Edit, FactOptions.IsGlobal(request)));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, FactOptions.IsGlobal(request), cancellationToken);
        if (request.Option(File) is not { } option || !request.Files.TryGetValue(option, out var file))
            return Replies.Ephemeral(new Refusal(RefusalCode.FileMissing));
        if (file.Size > Importer.MaxFileBytes)
            return Replies.Ephemeral(new Refusal(RefusalCode.FileTooLarge, $"{file.Size / 1024}", $"{Importer.MaxFileBytes / 1024}"));
        if (await files.ReadAsync(file, Importer.MaxFileBytes, cancellationToken) is not { } content)
            return Replies.Ephemeral(new Refusal(RefusalCode.FileUnreadable));
        var (plan, fault) = await importer.PlanAsync(place, content, "", cancellationToken: cancellationToken);
        if (plan is null)
            return Replies.Ephemeral(fault!);
        var id =
            plan.Refusals.IsEmpty && plan.All.Count > 0
                ? await imports.SaveAsync(place.Layer, request.Caller.User, content, cancellationToken)
                : null;
        return FactCards.Private(CardOf(place, plan, id));
    }

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) =>
        new(AccessRule.For(Permission.Edit, isGlobal: FactCards.IsGlobal(argument)));

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        await ConfirmAsync(request, ImportButton.Parse(argument), cancellationToken);

    private async Task<Reply> ConfirmAsync(Request request, ImportButton? button, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, button?.IsGlobal == true, cancellationToken);
        if (button is null)
            return Replies.Ephemeral(request.Texts["fact.old_button_import"]);
        var (content, gone) = await imports.FindAsync(button.File, place.Layer, request.Caller.User, cancellationToken);
        if (content is null)
            return Replies.Ephemeral(gone!);
        var (plan, fault) = await importer.PlanAsync(place, content, PendingImports.MarkOf(button.File), cancellationToken);
        if (plan is not { Refusals.IsEmpty: true })
            return Replies.Ephemeral(fault ?? new Refusal(RefusalCode.FileOutdated));
        if (plan.All.Count == 0)
            return Replies.Ephemeral(request.Texts["fact.import_known"]);
        try
        {
            return (
                await factEditingService.ApplyAsync(
                    place.Author,
                    plan.All,
                    async connection =>
                    {
                        await PendingImports.DropAsync(connection, button.File);
                        await ServerSubjects.WriteAsync(connection, place.Layer, plan.Subjects);
                    },
                    cancellationToken
                )
            ) switch
            {
                EditResult.Done done => new Reply.Update(FactCards.Changed(plan.Facts ?? place.Facts.Facts, done.Revisions)),
                EditResult.Refused refused => Replies.Ephemeral(refused.Why),
                _ => Replies.Ephemeral(new Refusal(RefusalCode.FactsChanged)),
            };
        }
        catch (AlreadyImportedException)
        {
            return (await imports.FindAsync(button.File, place.Layer, request.Caller.User, cancellationToken)).Fault is { } done
                ? Replies.Ephemeral(done)
                : Replies.Ephemeral(request.Texts["fact.import_done"]);
        }
    }

    private static Card CardOf(EditContext place, ImportPlan plan, string? id)
    {
        var card = new CardWriter(VerdictStyle.Accent(null)).Add(
            ChatTexts.Current[
                "fact.import_plan",
                ("layer", FactText.Name(place.Layer)),
                ("added", $"{plan.Adds.Length}"),
                ("changed", $"{plan.Changes.Length}"),
                ("edited", $"{plan.Conflicts.Length}"),
                ("same", $"{plan.Same}")
            ]
        );
        var facts = plan.Facts ?? place.Facts.Facts;
        Add(card, facts, "fact.import_new", plan.Adds);
        Add(card, facts, "fact.import_changed", plan.Changes);
        Add(card, facts, "fact.import_edited", plan.Conflicts);
        if (!plan.Refusals.IsEmpty)
            card.Add(
                [
                    ChatTexts.Current["fact.import_refused", ("count", $"{plan.Refusals.Length}")],
                    .. plan.Refusals.Select(entry => $"- {Markdown.Escape(entry.Text)}"),
                ],
                AnswerText.More,
                isApart: true
            );
        if (id is not null)
            card.AddButton(new ImportButton(place.Layer.IsGlobal, id).Id, ChatTexts.Current["fact.import_all"]);
        return card.ToCard();
    }

    private static void Add(CardWriter card, FactBase facts, string key, ImmutableArray<Change> changes)
    {
        if (changes.IsEmpty)
            return;
        var lines = changes
            .Take(MaxLines)
            .Select(change => $"- {FactText.Title(facts, change.Subject, change.Property)}: {FactText.Line(change.Content)}");
        card.Add(
            [
                ChatTexts.Current[key],
                .. lines,
                .. changes.Length > MaxLines ? [AnswerText.More(changes.Length - MaxLines)] : Array.Empty<string>(),
            ],
            AnswerText.More,
            reserve: 1000
        );
    }
}
