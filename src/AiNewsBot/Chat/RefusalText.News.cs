using System.Collections.Immutable;

namespace AiNewsBot.Chat;

/// <summary>What people read of a refusal of the news.</summary>
internal static partial class RefusalText
{
    private static string ReasonOfNews(RefusalCode code, ImmutableArray<string> of) =>
        code switch
        {
            RefusalCode.ChannelUnsuitable => "Choose a channel of this server that takes messages.",
            RefusalCode.ChannelMissing => "Choose a channel of this server.",
            RefusalCode.ChannelNoPosts => $"{of[0]} takes no posts: choose a text or announcement channel, a thread or a forum.",
            RefusalCode.ChannelLocked => $"{of[0]} is locked, and takes no posts of the bot: unlock it, or choose another channel.",
            RefusalCode.ChannelForbidden => $"The bot lacks a permission in {of[0]}: {of[1]}.",
            RefusalCode.ChannelNotPostable => $"The bot may not post in {of[0]}. It lacks there: {of[1]}.",
            RefusalCode.ZoneUnknown =>
                $"'{of[0]}' is no time zone that I know: write its IANA name, such as Europe/Paris or America/New_York.",
            RefusalCode.TimeUnreadable =>
                $"'{of[0]}' is no time that I can read or is past: write 18:00, 2026-12-24 18:00, or 2h for in two hours.",
            RefusalCode.PostGone => "That was posted or cancelled already.",
            RefusalCode.ChannelOfItself => "That is the subscription's own channel.",
            RefusalCode.HourUnreadable => $"'{of[0]}' is no hour that I can read: write 09:00 or 21:30.",
            RefusalCode.HoursUnreadable => $"'{of[0]}' is no span of hours that I can read: write 22:00-07:00, or none.",
            RefusalCode.SubscriptionPaused => "This subscription is paused already.",
            RefusalCode.SubscriptionNotPaused => "This subscription is not paused.",
            RefusalCode.SubscriptionOfOperator => "The bot's operator set this one.",
            RefusalCode.LimitsOfDigests => "This subscription posts digests, which are one post each: only max_age is for them.",
            RefusalCode.TemplatesOfDigests => "This subscription posts digests; templates are for posts of single stories.",
            RefusalCode.ThreadsOfForums => "Only forums have threads of their own for each post.",
            RefusalCode.PostsOutOfRange => $"'posts' is a number from 0 to {of[0]}.",
            RefusalCode.AgeOfOperator => "The bot's operator set how old stories of this subscription may be.",
            RefusalCode.AgeOutOfRange => $"'max_age' must be a number of days from 1 to {of[0]}, such as 30, or 0.",
            RefusalCode.TextLengthOutOfRange => "'max_length' is a number of characters from 50 to 2000, or 0 for the usual.",
            RefusalCode.FollowLimit => $"You follow {of[0]} things already: end one first.",
            RefusalCode.DirectMessageUnclear => "Discord did not take a message to you just now: try again in a minute.",
            RefusalCode.DirectMessageForbidden =>
                "I cannot write to you: allow direct messages in the privacy settings of a server that we share, and try again.",
            RefusalCode.SenderName => "Discord takes no names with “discord”, “clyde”, @, # or : in them, nor “everyone” and “here”.",
            RefusalCode.SenderPicture => "The picture is an address that begins with https:// and shows a picture by itself.",
            RefusalCode.WebhookForbidden =>
                $"A name or picture of its own is posted by a webhook, and in {of[0]} the bot lacks {of[1]}: allow it, then set it again.",
            RefusalCode.WebhookMissing =>
                $"A name or picture of its own is posted by a webhook, and in {of[0]} Discord made none: {of[1]}.",
            RefusalCode.TagMissing => $"{of[0]} wants a tag for each post. Choose one of these: {of[1]}.",
            RefusalCode.TagMissingOfNone => $"{of[0]} wants a tag for each post. {NoTags}",
            RefusalCode.TagUnknown => $"{of[0]} has no tag called '{of[1]}'. Choose one of these: {of[2]}.",
            RefusalCode.TagUnknownOfNone => $"{of[0]} has no tag called '{of[1]}'. {NoTags}",
            RefusalCode.ServerFilterMissing => "This server has no filter.",
            RefusalCode.ServerFilterReplaced => "Another filter was tried meanwhile: run /news server-filter once more.",
            RefusalCode.FilterMissing => "This subscription has no filter.",
            RefusalCode.FilterReplaced => "Another filter was tried meanwhile: run /news filter once more.",
            RefusalCode.TemplateMissing => "This subscription has no template.",
            RefusalCode.TemplateReplaced => "Another template was tried meanwhile: run /news template once more.",
            RefusalCode.TemplateLength => $"A template has 1 to {of[0]} characters.",
            >= RefusalCode.FilterLength and <= RefusalCode.FilterPatternSlow => ReasonOfFilter(code, of),
            >= RefusalCode.TemplateTooMany and <= RefusalCode.TemplateNameUnknown =>
                $"The template cannot be read at {of[0]}: {ReasonOfTemplate(code, of)}.",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "has no text"),
        };

    private const string NoTags = "It has none yet: make one in the forum's settings first.";

    private static string ReasonOfFilter(RefusalCode code, ImmutableArray<string> of) =>
        code switch
        {
            RefusalCode.FilterLength => $"A filter has 1 to {of[0]} characters.",
            RefusalCode.FilterTooMany => $"A filter has at most {of[0]} terms.",
            RefusalCode.FilterTooDeep => $"Brackets are within each other more than {of[0]} times.",
            RefusalCode.FilterTermMissing => "Something is missing: a word belongs beside each “or” and within brackets.",
            RefusalCode.FilterNotEmpty => "Nothing follows the last “not”.",
            RefusalCode.FilterFieldEmpty => "Nothing follows the colon.",
            RefusalCode.FilterWordEmpty => $"'{of[0]}' is no word to look for.",
            RefusalCode.FilterBracketOpen => "A bracket is not closed.",
            RefusalCode.FilterBracketExtra => $"There is a bracket too many at “{of[0]}”.",
            RefusalCode.FilterQuoteOpen => "A quotation mark is not closed.",
            RefusalCode.FilterQuoteEmpty => "There is no word between the quotation marks.",
            RefusalCode.FilterPatternOpen => "A regular expression ends with a slash.",
            RefusalCode.FilterPatternLength => $"A regular expression has 1 to {of[0]} characters.",
            RefusalCode.FilterPatternRepeats => $"The regular expression repeats its parts more than {of[0]} times.",
            RefusalCode.FilterPatternInvalid => $"'/{of[0]}/' is no regular expression.",
            _ => $"'/{of[0]}/' uses what could take too long: references back, or conditions on what is around it.",
        };

    private static string ReasonOfTemplate(RefusalCode code, ImmutableArray<string> of) =>
        code switch
        {
            RefusalCode.TemplateTooMany => $"a template has at most {of[1]} parts",
            RefusalCode.TemplateTooDeep => $"conditions are within each other more than {of[1]} times",
            RefusalCode.TemplateBraceOpen => "this brace is not closed",
            RefusalCode.TemplateBraceExtra => "a brace closes that was not opened: write }} for a brace",
            RefusalCode.TemplateQuoteOpen => "a quotation mark is not closed",
            RefusalCode.TemplateWordsFirst => "words in quotation marks come last",
            RefusalCode.TemplateIfOpen => "this {if …} has no {end}",
            RefusalCode.TemplateElseTwice => "a second {else}",
            RefusalCode.TemplateEndExtra => $"{{{of[1]}}} belongs to no {{if …}}",
            RefusalCode.TemplateNameMissing => "a name is missing",
            _ => $"there is no “{of[1]}”: write one of {of[2]}",
        };
}
