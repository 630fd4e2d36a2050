using System.Collections.Immutable;

namespace AiNewsBot.Chat;

/// <summary>What people read of a refusal.</summary>
internal static partial class RefusalText
{
    /// <summary>What each of them wants to know first.</summary>
    public const string Unchanged = "Nothing was changed.";

    /// <summary>The reason, and that nothing was changed.</summary>
    public static string Create(Refusal refusal) =>
        refusal.Code is RefusalCode.ImportDone or RefusalCode.SuggestionDecidedByYou ? Reason(refusal) : $"{Reason(refusal)} {Unchanged}";

    /// <summary>The reason alone, as one of several.</summary>
    public static string Reason(Refusal refusal) => Reason(refusal.Code, refusal.Parameters);

    private static string Reason(RefusalCode code, ImmutableArray<string> of) =>
        code switch
        {
            RefusalCode.DateUnreadable =>
                $"In '{of[0]}', '{of[1]}' is no date: write 2024, 2024-03, 2024-03-17, or 2024-03-11/2024-03-17 where sources " + "differ.",
            RefusalCode.DateInFuture =>
                $"{of[0]} has not come yet, and a fact holds since a day that has: today is {of[1]}. What is announced for later "
                    + "is a promise.",
            RefusalCode.DatesOutOfOrder => $"The dates are out of order: since {of[0]}, until {of[1]}.",
            RefusalCode.DateMissing => "Say since when, or on which day: write 2024, 2024-03 or 2024-03-17 under 'since'.",
            RefusalCode.DueUnreadable => $"'{of[0]}' is no day on which it can be due: write 2027, 2027-03 or 2027-03-17.",
            RefusalCode.SourceMissing => "A fact needs its source: the address of a page where others can read it.",
            RefusalCode.SourceTooLong => $"The source's address is longer than {of[0]} characters.",
            RefusalCode.SourceNoAddress => "The source is no web address: write one that begins with https:// or http://.",
            RefusalCode.SourcePrivate => $"Others cannot read {of[0]}: give a source on the public web.",
            RefusalCode.TextMissing => $"The {of[0]} is missing.",
            RefusalCode.TextTooLong => $"The {of[0]} has {of[1]} characters; the limit is {of[2]}.",
            RefusalCode.TextInvisible => $"The {of[0]} has invisible characters: write it again.",
            RefusalCode.TextFormatted => $"The {of[0]} has a mention or Markdown in it: write plain text.",
            RefusalCode.PropertyUnknown => $"{of[0]} has no property '{of[1]}': pick one from the list.",
            RefusalCode.LicenceUnknown => $"I know no licence '{of[0]}': write its SPDX id, or its name as /licence knows it.",
            RefusalCode.ValueNoDate => $"'{of[0]}' is no date: write 2024, 2024-03 or 2024-03-17.",
            RefusalCode.ValueNotAllowed => $"'{of[0]}' cannot be '{of[1]}': it is {of[2]}.",
            RefusalCode.ValueExists =>
                $"{of[0]} has a value for {of[1]} already: change it with /fact edit, or say since when the new one holds.",
            RefusalCode.AliasLength => $"An alias has 2 to {of[0]} characters, letters among them.",
            RefusalCode.WordsLength => $"Write one to {of[0]} words, as people write them, of at most {of[1]} characters.",
            RefusalCode.WordsCommon => $"'{of[0]}' is in questions of every kind and distinguishes nothing.",
            RefusalCode.WordsKnown => $"'{of[0]}' asks for {of[1]} already.",
            RefusalCode.WordsTaken => $"'{of[0]}' already means {of[1]} in a question.",
            RefusalCode.PhrasingLength => $"Write a question as people ask it: {of[0]} words or more, of at most {of[1]} characters.",
            RefusalCode.NameKnown => $"{of[0]} is already called {of[1]}.",
            RefusalCode.NameTaken => $"'{of[0]}' already means {of[1]}.",
            RefusalCode.SubjectUnknown => "I know nothing by that name.",
            RefusalCode.ModelOfAllServers => "Models are added for a server: those that all servers share come with the bot.",
            RefusalCode.MakerIsModel => $"{of[0]} cannot be its own maker: write who publishes it.",
            RefusalCode.SubjectGone => "I know nothing by this name any more.",
            RefusalCode.FactGone => "This fact is gone. Look with /fact history at what became of it.",
            RefusalCode.FactUnchanged => "The fact says that already.",
            RefusalCode.FactSaid => "A fact says this already.",
            RefusalCode.FactSaidOf => $"A fact of {of[0]} says this already.",
            RefusalCode.FactLocked => "This fact is locked: only those who review suggestions can change it.",
            RefusalCode.FactLockedToAuthor =>
                "This fact is locked: only those who review suggestions can change it. Use /suggest to tell them what you would "
                    + "write.",
            RefusalCode.FactOfAnotherServer => "This fact is another server's.",
            RefusalCode.FactChanged => "Another editor changed this fact at the same time. Look at it with /fact history, and try again.",
            RefusalCode.FactsChanged => "Another editor changed one of these facts at the same time. Try again.",
            RefusalCode.EditForbidden => $"You may not edit the facts of {of[0]} (any more).",
            RefusalCode.RevisionUnknown => $"There is no revision {of[0]} here.",
            RefusalCode.RevisionSeeded =>
                $"Revision {of[0]} came with the facts of the bot and not from an edit: change it with /fact edit.",
            RefusalCode.RevisionFactGone => $"The fact of revision {of[0]} is gone.",
            RefusalCode.RevisionUndone => $"Revision {of[0]} is already undone by revision {of[1]}.",
            RefusalCode.RevisionOverwritten =>
                $"Revision {of[0]} cannot be taken back: revision {of[1]} changed the same ({of[2]}) later. Take that back "
                    + "first, or use /fact edit.",
            RefusalCode.SuggestionDecided => "This suggestion has been decided already.",
            RefusalCode.SuggestionDecidedByYou => $"This suggestion has been decided already, by you: it is {of[0]}.",
            RefusalCode.SuggestionForbidden => "This suggestion has been decided already, or you may not decide on it any more.",
            RefusalCode.SuggestionSubjectGone => "What it is about is no longer known here.",
            RefusalCode.SuggestionLimit => $"You made {of[0]} within the hour: wait a little, so that others can look at them.",
            RefusalCode.SuggestionQueueFull => $"{of[0]} suggestions wait here already: try again when the reviewers have caught up.",
            RefusalCode.FormOutdated => "This form is of another version of the bot. Start again with /fact or /suggest.",
            RefusalCode.FileMissing => "Attach the file that /fact export wrote.",
            RefusalCode.FileTooLarge => $"The file has {of[0]} KB; the limit is {of[1]} KB.",
            RefusalCode.FileUnreadable => "The file could not be read from Discord. Attach it again.",
            RefusalCode.FileNoJson => $"Line {of[0]}: this is no JSON, or a value of another kind.",
            RefusalCode.FileNoFacts => "This is not a file of facts.",
            RefusalCode.FileOtherFormat => "This file is not one that /fact export writes: its format differs.",
            RefusalCode.FileTooMany => $"The file has more than {of[0]} statements.",
            RefusalCode.FileOutdated => "The facts changed meanwhile, and the file no longer fits. Import it again to see why.",
            RefusalCode.ImportOfAnother => "Only the one who chose this file can import it. Use /fact import with the file yourself.",
            RefusalCode.ImportReplaced =>
                "This file was replaced by a later one, or waited for more than a day. Use /fact import with it again.",
            RefusalCode.ImportDone => $"This file was imported already, as revisions {of[0]} to {of[1]}.",
            RefusalCode.LineRepeated => $"the same as line {of[0]}: leave one of them out",
            RefusalCode.LineValueKind => $"'{of[0]}' has a value of another kind",
            RefusalCode.LineSubjectOfGroup => "nothing has this name",
            RefusalCode.LineNewSubject =>
                "a new subject has an id of letters, digits, dots and dashes, and a release or family a maker or family that is known",
            RefusalCode.LineSubject => $"nothing has the name '{of[0]}'",
            RefusalCode.LineState => $"'{of[0]}' is no state: write stated or retracted",
            RefusalCode.LineLock => "it is locked, and only those who review suggestions may lock a fact",
            RefusalCode.LineRank => $"'{of[0]}' is no rank: write {of[1]}",
            RefusalCode.LineVerified => $"'{of[0]}' is no day on which it can have been checked: write 2024-03-17",
            RefusalCode.LineSource => "a source has a title, a publisher and a kind: FirstHand, Secondary or Index",
            RefusalCode.LineOverride => "it overrides a fact that is no longer there",
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
            _ => ReasonOfNews(code, of),
        };
}
