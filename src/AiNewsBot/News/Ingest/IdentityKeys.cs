using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Ingest;

/// <summary>The key of an entry by a rule.</summary>
internal static class IdentityKeys
{
    /// <summary>The key; null where the entry has none by this rule.</summary>
    public static (long Value, long? Fragment)? KeyOf(this IdentityRule rule, EntryKeys keys) =>
        rule switch
        {
            IdentityRule.Id when keys.Id is { } id => (id, null),
            IdentityRule.IdWithFragment when keys.Id is { } id => (id, keys.IdFragment),
            IdentityRule.Link when keys.Link is { } link => (link, null),
            IdentityRule.LinkWithFragment when keys.Link is { } link => (link, keys.LinkFragment),
            IdentityRule.Title => (keys.Name, null),
            _ => null,
        };

    /// <summary>The rule that an entry is known by: where it lacks what the feed's
    /// rule asks for, the next one that it has a key for.</summary>
    public static IdentityRule For(this IdentityRule rule, EntryKeys keys) =>
        rule.KeyOf(keys) is not null ? rule
        : keys.Link is null || rule == IdentityRule.LinkWithFragment ? IdentityRule.Title
        : rule == IdentityRule.IdWithFragment ? IdentityRule.LinkWithFragment
        : IdentityRule.Link;

    public static bool IsById(this IdentityRule rule) => rule is IdentityRule.Id or IdentityRule.IdWithFragment;

    public static bool CountsFragment(this IdentityRule rule) => rule is IdentityRule.IdWithFragment or IdentityRule.LinkWithFragment;
}
