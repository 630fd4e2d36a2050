using System.Diagnostics.CodeAnalysis;
using AiNewsBot.Chat;
using AiNewsBot.Configuration;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Commands;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Curation.Jobs;
using AiNewsBot.Curation.Repositories;
using AiNewsBot.Curation.Review;
using AiNewsBot.Curation.Suggestions;
using AiNewsBot.Curation.Transfer;
using AiNewsBot.Curation.Unanswered;
using AiNewsBot.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Curation;

/// <summary>Facts that people keep right: edits, history, suggestions and their review.</summary>
internal static class CurationFeature
{
    public static IServiceCollection AddCuration(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<CurationSettings>(configuration)
            .AddSingleton<AuthorResolver>()
            .AddSingleton<CuratorCheck>(provider => provider.GetRequiredService<AuthorResolver>().IsCurator)
            .AddSingleton<EditContextResolver>()
            .AddSingleton<FactReader>()
            .AddSingleton<FactEditor>()
            .AddSingleton<FactEditingService>()
            .AddSingleton<DraftStore>()
            .AddSingleton<SuggestionStore>()
            .AddSingleton<ModelSubmissionService>()
            .AddSingleton<FactSubmissionService>()
            .AddSingleton<ReviewQueue>()
            .AddSingleton<DatasetConflicts>()
            .AddSingleton<FactOptions>()
            .AddSingleton<RevisionWatcher>()
            .AddHostedService(provider => provider.GetRequiredService<RevisionWatcher>())
            .AddSingleton<Command, SuggestCommand>()
            .AddSingleton(
                new CommandGroup(new CommandDefinition("fact", "Keep the facts right: edit, review, take back") { IsServerOnly = true })
            )
            .AddSingleton<Command, FactAddCommand>()
            .AddSingleton<Command, FactEditCommand>()
            .AddSingleton<Command, FactTeachCommand>()
            .AddCommandWithButtons<FactRetractCommand>()
            .AddSingleton<Command, FactHistoryCommand>()
            .AddSingleton<Command, FactUndoCommand>()
            .AddCommandWithButtons<FactLockCommand>()
            .AddCommandWithButtons<FactUnlockCommand>()
            .AddSingleton<Command, FactReviewCommand>()
            .AddSingleton<IComponentHandler, FactFormHandler>()
            .AddSingleton<IComponentHandler, NewModelButtons>()
            .AddSingleton<IComponentHandler, FactButtons>()
            .AddSingleton<IComponentHandler, SuggestionButtons>()
            .AddSingleton<IComponentHandler, DatasetConflictButtons>()
            .AddSingleton<IComponentHandler, FeedbackReviewButtons>()
            .AddSingleton<StaleFactQueue>()
            .AddSingleton<UnansweredQuestionQueue>()
            .AddSingleton<Command, FactStaleCommand>()
            .AddSingleton<Command, FactUnansweredCommand>()
            .AddSingleton<IComponentHandler, StaleFactButtons>()
            .AddSingleton<IComponentHandler, UnansweredButtons>()
            .AddSingleton<Exporter>()
            .AddSingleton<Importer>()
            .AddSingleton<PendingImports>()
            .AddSingleton<Command, FactExportCommand>()
            .AddCommandWithButtons<FactImportCommand>()
            .AddSingleton<WeeklySummaryJob>()
            .AddHostedService(provider => provider.GetRequiredService<WeeklySummaryJob>())
            .AddSingleton<FactChangeWatcher>()
            .AddHostedService(provider => provider.GetRequiredService<FactChangeWatcher>())
            .AddSingleton<ReleaseSuggester>()
            .AddHostedService(provider => provider.GetRequiredService<ReleaseSuggester>())
            .AddSingleton<RepositoryStateStore>()
            .AddSingleton<RepositoryWatcher>()
            .AddHostedService(provider => provider.GetRequiredService<RepositoryWatcher>())
            .AddHostedService<SuggestionNotifier>();

    private static IServiceCollection AddCommandWithButtons<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T
    >(this IServiceCollection services)
        where T : Command, IComponentHandler =>
        services
            .AddSingleton<T>()
            .AddSingleton<Command>(provider => provider.GetRequiredService<T>())
            .AddSingleton<IComponentHandler>(provider => provider.GetRequiredService<T>());
}
