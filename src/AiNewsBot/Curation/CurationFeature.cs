using AiNewsBot.Commands;
using AiNewsBot.Curation.Commands;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Suggesting;
using AiNewsBot.Curation.Summaries;
using AiNewsBot.Curation.Transfer;
using AiNewsBot.Curation.Watching;
using AiNewsBot.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Curation;

/// <summary>Facts that people keep right: edits, history, suggestions and their review.</summary>
public static class CurationFeature
{
    public static IServiceCollection AddCuration(this IServiceCollection services) => services
        .AddSingleton<Authors>().AddSingleton<FactGate>().AddSingleton<FactReader>().AddSingleton<FactEditor>().AddSingleton<Curator>()
        .AddSingleton<DraftStore>().AddSingleton<SuggestionStore>().AddSingleton<FactDesk>().AddSingleton<ReviewDesk>().AddSingleton<Contested>().AddSingleton<FactOptions>()
        .AddSingleton<RevisionWatch>().AddHostedService(provider => provider.GetRequiredService<RevisionWatch>())
        .AddSingleton<Command, SuggestCommand>()
        .AddSingleton(new CommandGroup(new CommandDefinition("fact", "Keep the facts right: edit, review, take back") { IsServerOnly = true }))
        .AddSingleton<Command, FactAddCommand>()
        .AddSingleton<Command, FactEditCommand>()
        .AddSingleton<Command, FactRetractCommand>()
        .AddSingleton<Command, FactHistoryCommand>()
        .AddSingleton<Command, FactUndoCommand>()
        .AddSingleton<Command, FactLockCommand>()
        .AddSingleton<Command, FactUnlockCommand>()
        .AddSingleton<Command, FactReviewCommand>()
        .AddSingleton<IActions, FactFormActions>()
        .AddSingleton<IActions, FactActions>()
        .AddSingleton<IActions, SuggestionActions>()
        .AddSingleton<IActions, ContestedActions>()
        .AddSingleton<StaleFacts>().AddSingleton<VainQuestions>()
        .AddSingleton<Command, FactStaleCommand>()
        .AddSingleton<Command, FactUnansweredCommand>()
        .AddSingleton<IActions, StaleActions>()
        .AddSingleton<IActions, VainActions>()
        .AddSingleton<Exporter>().AddSingleton<Importer>().AddSingleton<ImportStore>()
        .AddSingleton<Command, FactExportCommand>()
        .AddSingleton<FactImportCommand>().AddSingleton<Command>(provider => provider.GetRequiredService<FactImportCommand>()).AddSingleton<IActions>(provider => provider.GetRequiredService<FactImportCommand>())
        .AddSingleton<WeeklySummaries>().AddHostedService(provider => provider.GetRequiredService<WeeklySummaries>())
        .AddSingleton<FactNewsWatch>().AddHostedService(provider => provider.GetRequiredService<FactNewsWatch>())
        .AddSingleton<FoundSuggestions>().AddHostedService(provider => provider.GetRequiredService<FoundSuggestions>())
        .AddHostedService<SuggestionNotices>();
}
