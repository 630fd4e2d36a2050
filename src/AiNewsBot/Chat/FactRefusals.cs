namespace AiNewsBot.Chat;

/// <summary>What is said of facts that were not changed.</summary>
internal static class FactRefusals
{
    public static Dictionary<RefusalCode, string> Texts =>
        new()
        {
            [RefusalCode.DateUnreadable] =
                "In '{0}', '{1}' is no date: write 2024, 2024-03, 2024-03-17, or 2024-03-11/2024-03-17 where sources differ.",
            [RefusalCode.DateInFuture] =
                "{0} has not come yet, and a fact holds since a day that has: today is {1}. What is announced for later is a promise.",
            [RefusalCode.DatesOutOfOrder] = "The dates are out of order: since {0}, until {1}.",
            [RefusalCode.DateMissing] = "Say since when, or on which day: write 2024, 2024-03 or 2024-03-17 under 'since'.",
            [RefusalCode.DueUnreadable] = "'{0}' is no day on which it can be due: write 2027, 2027-03 or 2027-03-17.",

            [RefusalCode.SourceMissing] = "A fact needs its source: the address of a page where others can read it.",
            [RefusalCode.SourceTooLong] = "The source's address is longer than {0} characters.",
            [RefusalCode.SourceNoAddress] = "The source is no web address: write one that begins with https:// or http://.",
            [RefusalCode.SourcePrivate] = "Others cannot read {0}: give a source on the public web.",
            [RefusalCode.TextMissing] = "The {0} is missing.",
            [RefusalCode.TextTooLong] = "The {0} has {1} characters; the limit is {2}.",
            [RefusalCode.TextInvisible] = "The {0} has invisible characters: write it again.",
            [RefusalCode.TextFormatted] = "The {0} has a mention or Markdown in it: write plain text.",

            [RefusalCode.PropertyUnknown] = "{0} has no property '{1}': pick one from the list.",
            [RefusalCode.LicenceUnknown] = "I know no licence '{0}': write its SPDX id, or its name as /licence knows it.",
            [RefusalCode.ValueNoDate] = "'{0}' is no date: write 2024, 2024-03 or 2024-03-17.",
            [RefusalCode.ValueNotAllowed] = "'{0}' cannot be '{1}': it is {2}.",
            [RefusalCode.ValueExists] = "{0} has a value for {1} already: change it with /fact edit, or say since when the new one holds.",

            [RefusalCode.AliasLength] = "An alias has 2 to {0} characters, letters among them.",
            [RefusalCode.WordsLength] = "Write one to {0} words, as people write them, of at most {1} characters.",
            [RefusalCode.WordsCommon] = "'{0}' is in questions of every kind and distinguishes nothing.",
            [RefusalCode.WordsKnown] = "'{0}' asks for {1} already.",
            [RefusalCode.WordsTaken] = "'{0}' already means {1} in a question.",
            [RefusalCode.PhrasingLength] = "Write a question as people ask it: {0} words or more, of at most {1} characters.",
            [RefusalCode.NameKnown] = "{0} is already called {1}.",
            [RefusalCode.NameTaken] = "'{0}' already means {1}.",

            [RefusalCode.SubjectUnknown] = "I know nothing by that name.",
            [RefusalCode.ModelOfAllServers] = "Models are added for a server: those that all servers share come with the bot.",
            [RefusalCode.MakerIsModel] = "{0} cannot be its own maker: write who publishes it.",
            [RefusalCode.SubjectGone] = "I know nothing by this name any more.",
            [RefusalCode.FactGone] = "This fact is gone. Look with /fact history at what became of it.",
            [RefusalCode.FactUnchanged] = "The fact says that already.",
            [RefusalCode.FactSaid] = "A fact says this already.",
            [RefusalCode.FactSaidOf] = "A fact of {0} says this already.",
            [RefusalCode.FactLocked] = "This fact is locked: only those who review suggestions can change it.",
            [RefusalCode.FactLockedToAuthor] =
                "This fact is locked: only those who review suggestions can change it. Use /suggest to tell them what you would write.",
            [RefusalCode.FactOfAnotherServer] = "This fact is another server's.",
            [RefusalCode.FactChanged] = "Another editor changed this fact at the same time. Look at it with /fact history, and try again.",
            [RefusalCode.FactsChanged] = "Another editor changed one of these facts at the same time. Try again.",
            [RefusalCode.EditForbidden] = "You may not edit the facts of {0} (any more).",
            [RefusalCode.RevisionUnknown] = "There is no revision {0} here.",
            [RefusalCode.RevisionSeeded] = "Revision {0} came with the facts of the bot and not from an edit: change it with /fact edit.",
            [RefusalCode.RevisionFactGone] = "The fact of revision {0} is gone.",
            [RefusalCode.RevisionUndone] = "Revision {0} is already undone by revision {1}.",
            [RefusalCode.RevisionOverwritten] =
                "Revision {0} cannot be taken back: revision {1} changed the same ({2}) later. Take that back first, or use /fact edit.",

            [RefusalCode.SuggestionDecided] = "This suggestion has been decided already.",
            [RefusalCode.SuggestionDecidedByYou] = "This suggestion has been decided already, by you: it is {0}.",
            [RefusalCode.SuggestionForbidden] = "This suggestion has been decided already, or you may not decide on it any more.",
            [RefusalCode.SuggestionSubjectGone] = "What it is about is no longer known here.",
            [RefusalCode.SuggestionLimit] = "You made {0} within the hour: wait a little, so that others can look at them.",
            [RefusalCode.SuggestionQueueFull] = "{0} suggestions wait here already: try again when the reviewers have caught up.",
            [RefusalCode.FormOutdated] = "This form is of another version of the bot. Start again with /fact or /suggest.",

            [RefusalCode.FileMissing] = "Attach the file that /fact export wrote.",
            [RefusalCode.FileTooLarge] = "The file has {0} KB; the limit is {1} KB.",
            [RefusalCode.FileUnreadable] = "The file could not be read from Discord. Attach it again.",
            [RefusalCode.FileNoJson] = "Line {0}: this is no JSON, or a value of another kind.",
            [RefusalCode.FileNoFacts] = "This is not a file of facts.",
            [RefusalCode.FileOtherFormat] = "This file is not one that /fact export writes: its format differs.",
            [RefusalCode.FileTooMany] = "The file has more than {0} statements.",
            [RefusalCode.FileOutdated] = "The facts changed meanwhile, and the file no longer fits. Import it again to see why.",
            [RefusalCode.ImportOfAnother] = "Only the one who chose this file can import it. Use /fact import with the file yourself.",
            [RefusalCode.ImportReplaced] =
                "This file was replaced by a later one, or waited for more than a day. Use /fact import with it again.",
            [RefusalCode.ImportDone] = "This file was imported already, as revisions {0} to {1}.",

            [RefusalCode.LineRepeated] = "the same as line {0}: leave one of them out",
            [RefusalCode.LineValueKind] = "'{0}' has a value of another kind",
            [RefusalCode.LineSubject] = "nothing has the name '{0}'",
            [RefusalCode.LineSubjectOfGroup] = "nothing has this name",
            [RefusalCode.LineNewSubject] =
                "a new subject has an id of letters, digits, dots and dashes, and a release or family a maker or family that is known",
            [RefusalCode.LineState] = "'{0}' is no state: write stated or retracted",
            [RefusalCode.LineLock] = "it is locked, and only those who review suggestions may lock a fact",
            [RefusalCode.LineRank] = "'{0}' is no rank: write {1}",
            [RefusalCode.LineVerified] = "'{0}' is no day on which it can have been checked: write 2024-03-17",
            [RefusalCode.LineSource] = "a source has a title, a publisher and a kind: FirstHand, Secondary or Index",
            [RefusalCode.LineOverride] = "it overrides a fact that is no longer there",
        };
}
