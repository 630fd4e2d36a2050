using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Curation.Suggestions;

namespace AiNewsBot.Curation.Commands;

/// <summary>/suggest: the form of a fact, for those who may not change it themselves.</summary>
internal sealed class SuggestCommand(EditContextResolver contexts, FactOptions options, SuggestionStore suggestions) : Command
{
    public override CommandDefinition Definition { get; } =
        new("suggest", "Suggest a correction or a new fact", FactOptions.SubjectOption, FactOptions.Property) { IsServerOnly = true };

    public override DeferMode GetDeferMode(Request request) => DeferMode.None;

    public override Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        options.CompleteAsync(request, isNew: true, cancellationToken: cancellationToken);

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.Suggest));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveAsync(request, cancellationToken: cancellationToken);
        var (subject, property, statement, fault) = options.Read(request, place);
        if (subject is null)
            return FactCards.Private(ModelCards.Unknown(request.Option(FactOptions.SubjectOption.Name) ?? "", FormPurpose.Suggest));
        if (fault is not null)
            return Replies.Ephemeral(fault);
        var target = new FormTarget(FormPurpose.Suggest, place.Layer.IsGlobal) { Subject = subject!.Id, Property = property };
        if (await suggestions.FindOwnAsync(place.Layer, request.Caller.User, subject.Id, property, cancellationToken) is { } own)
            return FactForms.Create(place.Facts.Facts, target with { Statement = own.Statement ?? "", Base = own.Base }, own.Fields);
        var currentStatement =
            FactProperties.IsMany(property) && statement is null
                ? null
                : (await options.OneAsync(place, subject, property, statement, cancellationToken)).Current;
        return FactForms.Create(place.Facts.Facts, target, currentStatement);
    }
}
