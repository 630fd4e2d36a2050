namespace AiNewsBot.Chat;

/// <summary>What is said of channels, times and subscriptions that were not changed.</summary>
internal static class NewsRefusals
{
    private const string Unreadable = "The template cannot be read at {0}: ";

    public static Dictionary<RefusalCode, string> Texts =>
        new()
        {
            [RefusalCode.ChannelUnsuitable] = "Choose a channel of this server that takes messages.",
            [RefusalCode.ChannelMissing] = "Choose a channel of this server.",
            [RefusalCode.ChannelNoPosts] = "{0} takes no posts: choose a text or announcement channel, a thread or a forum.",
            [RefusalCode.ChannelLocked] = "{0} is locked, and takes no posts of the bot: unlock it, or choose another channel.",
            [RefusalCode.ChannelForbidden] = "The bot lacks a permission in {0}: {1}.",
            [RefusalCode.ChannelNotPostable] = "The bot may not post in {0}. It lacks there: {1}.",
            [RefusalCode.ChannelOfItself] = "That is the subscription's own channel.",
            [RefusalCode.ZoneUnknown] = "'{0}' is no time zone that I know: write its IANA name, such as Europe/Paris or America/New_York.",
            [RefusalCode.TimeUnreadable] =
                "'{0}' is no time that I can read or is past: write 18:00, 2026-12-24 18:00, or 2h for in two hours.",
            [RefusalCode.HourUnreadable] = "'{0}' is no hour that I can read: write 09:00 or 21:30.",
            [RefusalCode.HoursUnreadable] = "'{0}' is no span of hours that I can read: write 22:00-07:00, or none.",
            [RefusalCode.PostGone] = "That was posted or cancelled already.",

            [RefusalCode.SubscriptionPaused] = "This subscription is paused already.",
            [RefusalCode.SubscriptionNotPaused] = "This subscription is not paused.",
            [RefusalCode.SubscriptionOfOperator] = "The bot's operator set this one.",
            [RefusalCode.LimitsOfDigests] = "This subscription posts digests, which are one post each: only max_age is for them.",
            [RefusalCode.TemplatesOfDigests] = "This subscription posts digests; templates are for posts of single stories.",
            [RefusalCode.ThreadsOfForums] = "Only forums have threads of their own for each post.",
            [RefusalCode.PostsOutOfRange] = "'posts' is a number from 0 to {0}.",
            [RefusalCode.AgeOfOperator] = "The bot's operator set how old stories of this subscription may be.",
            [RefusalCode.AgeOutOfRange] = "'max_age' must be a number of days from 1 to {0}, such as 30, or 0.",
            [RefusalCode.TextLengthOutOfRange] = "'max_length' is a number of characters from 50 to 2000, or 0 for the usual.",
            [RefusalCode.FollowLimit] = "You follow {0} things already: end one first.",
            [RefusalCode.DirectMessageUnclear] = "Discord did not take a message to you just now: try again in a minute.",
            [RefusalCode.DirectMessageForbidden] =
                "I cannot write to you: allow direct messages in the privacy settings of a server that we share, and try again.",

            [RefusalCode.SenderName] = "Discord takes no names with “discord”, “clyde”, @, # or : in them, nor “everyone” and “here”.",
            [RefusalCode.SenderPicture] = "The picture is an address that begins with https:// and shows a picture by itself.",
            [RefusalCode.WebhookForbidden] =
                "A name or picture of its own is posted by a webhook, and in {0} the bot lacks {1}: allow it, then set it again.",
            [RefusalCode.WebhookMissing] = "A name or picture of its own is posted by a webhook, and in {0} Discord made none: {1}.",

            [RefusalCode.TagMissing] = "{0} wants a tag for each post. Choose one of these: {1}.",
            [RefusalCode.TagMissingOfNone] = "{0} wants a tag for each post. It has none yet: make one in the forum's settings first.",
            [RefusalCode.TagUnknown] = "{0} has no tag called '{1}'. Choose one of these: {2}.",
            [RefusalCode.TagUnknownOfNone] = "{0} has no tag called '{1}'. It has none yet: make one in the forum's settings first.",

            [RefusalCode.ServerFilterMissing] = "This server has no filter.",
            [RefusalCode.ServerFilterReplaced] = "Another filter was tried meanwhile: run /news server-filter once more.",
            [RefusalCode.FilterMissing] = "This subscription has no filter.",
            [RefusalCode.FilterReplaced] = "Another filter was tried meanwhile: run /news filter once more.",
            [RefusalCode.FilterLength] = "A filter has 1 to {0} characters.",
            [RefusalCode.FilterTooMany] = "A filter has at most {0} terms.",
            [RefusalCode.FilterTooDeep] = "Brackets are within each other more than {0} times.",
            [RefusalCode.FilterTermMissing] = "Something is missing: a word belongs beside each “or” and within brackets.",
            [RefusalCode.FilterNotEmpty] = "Nothing follows the last “not”.",
            [RefusalCode.FilterFieldEmpty] = "Nothing follows the colon.",
            [RefusalCode.FilterWordEmpty] = "'{0}' is no word to look for.",
            [RefusalCode.FilterBracketOpen] = "A bracket is not closed.",
            [RefusalCode.FilterBracketExtra] = "There is a bracket too many at “{0}”.",
            [RefusalCode.FilterQuoteOpen] = "A quotation mark is not closed.",
            [RefusalCode.FilterQuoteEmpty] = "There is no word between the quotation marks.",
            [RefusalCode.FilterPatternOpen] = "A regular expression ends with a slash.",
            [RefusalCode.FilterPatternLength] = "A regular expression has 1 to {0} characters.",
            [RefusalCode.FilterPatternRepeats] = "The regular expression repeats its parts more than {0} times.",
            [RefusalCode.FilterPatternInvalid] = "'/{0}/' is no regular expression.",
            [RefusalCode.FilterPatternSlow] = "'/{0}/' uses what could take too long: references back, or conditions on what is around it.",

            [RefusalCode.TemplateMissing] = "This subscription has no template.",
            [RefusalCode.TemplateReplaced] = "Another template was tried meanwhile: run /news template once more.",
            [RefusalCode.TemplateLength] = "A template has 1 to {0} characters.",
            [RefusalCode.TemplateTooMany] = Unreadable + "a template has at most {1} parts.",
            [RefusalCode.TemplateTooDeep] = Unreadable + "conditions are within each other more than {1} times.",
            [RefusalCode.TemplateBraceOpen] = Unreadable + "this brace is not closed.",
            [RefusalCode.TemplateBraceExtra] = Unreadable + "a brace closes that was not opened: write }}}} for a brace.",
            [RefusalCode.TemplateQuoteOpen] = Unreadable + "a quotation mark is not closed.",
            [RefusalCode.TemplateWordsFirst] = Unreadable + "words in quotation marks come last.",
            [RefusalCode.TemplateIfOpen] = Unreadable + "this {{if …}} has no {{end}}.",
            [RefusalCode.TemplateElseTwice] = Unreadable + "a second {{else}}.",
            [RefusalCode.TemplateEndExtra] = Unreadable + "{{{1}}} belongs to no {{if …}}.",
            [RefusalCode.TemplateNameMissing] = Unreadable + "a name is missing.",
            [RefusalCode.TemplateNameUnknown] = Unreadable + "there is no “{1}”: write one of {2}.",
        };
}
