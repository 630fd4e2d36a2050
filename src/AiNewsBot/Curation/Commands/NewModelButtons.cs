using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Commands;

/// <summary>Opens the form of a model that is not known yet.</summary>
internal sealed class NewModelButtons : IComponentHandler
{
    public ImmutableArray<string> Actions { get; } = [FactButtonIds.NewModel];

    public DeferMode GetDeferMode(string action) => DeferMode.None;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) =>
        new(AccessRule.For(NewModelButton.Parse(argument)?.Purpose == FormPurpose.Suggest ? Permission.Suggest : Permission.Edit));

    public ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Reply>(
            NewModelButton.Parse(argument) is { } button
                ? ModelForms.For(button.Purpose, button.Name)
                : Replies.Ephemeral(new Refusal(RefusalCode.FormOutdated))
        );
}
