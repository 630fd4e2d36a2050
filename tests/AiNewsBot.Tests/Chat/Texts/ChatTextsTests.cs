using System.Text.RegularExpressions;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Outbox;

namespace AiNewsBot.Tests.Chat.Texts;

/// <summary>Each language says all that English says, with the same places to fill, as short as Discord takes it.</summary>
public sealed partial class ChatTextsTests
{
    public static TheoryData<string> Languages => [.. TextFile.Languages.Where(language => language != "en")];

    public static TheoryData<string> Locales => [.. ChatTexts.Known];

    private static readonly string[] Buttons =
    [
        "filter.use",
        "follow.pause",
        "follow.preview",
        "follow.resume",
        "follow.unfollow",
        "list.cancel",
        "list.drop",
        "list.edit",
        "list.edit_scheduled",
        "list.next",
        "list.not_posted",
        "list.post_all",
        "list.was_posted",
        "me.stop",
        "me.stop_all",
        "post.discard",
        "post.post_it",
        "post.schedule_it",
        "template.use",
        "template.write",
        "template.write_again",
    ];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Language_has_the_keys_of_English_and_no_others(string language)
    {
        var english = TextFile.Read("en").Keys;
        var keys = TextFile.Read(language).Keys;

        Assert.Empty(english.Except(keys));
        Assert.Empty(keys.Except(english));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Text_has_the_places_of_the_English_one(string language)
    {
        var english = TextFile.Read("en");

        var wrong = TextFile
            .Read(language)
            .Where(text => !Places(text.Value).SequenceEqual(Places(english[text.Key])))
            .Select(text => text.Key);

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Text_is_filled_and_is_not_the_English_one(string language)
    {
        var english = TextFile.Read("en");
        string[] same =
        [
            "help.example_list",
            "error.or",
            "card.licence",
            "card.available",
            "card.dates",
            "count.minutes",
            "count.minutes_one",
            "count.questions",
            "count.questions_one",
            "fact.source",
            "filter.title_line",
            "picture.licences",
            "picture.licences_one",
            "post.ask_tag",
            "subscription.in",
        ];

        var unfilled = TextFile
            .Read(language)
            .Where(text => !same.Contains(text.Key))
            .Where(text => string.IsNullOrWhiteSpace(text.Value) || text.Value == english[text.Key])
            .Select(text => text.Key);

        Assert.Empty(unfilled.Except(["settings.no", "limit.minutes"]));
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Labels_are_as_short_as_forms_and_buttons_take_them(string locale)
    {
        var texts = TextFile.Read(ChatTexts.For(locale).Language);
        int MaxOf(string key) =>
            key.StartsWith("refusal.", StringComparison.Ordinal) ? 2000
            : key.Contains(".ask_", StringComparison.Ordinal) || key.Contains(".form_", StringComparison.Ordinal) ? 45
            : key.Contains(".hint_", StringComparison.Ordinal) ? 100
            : Buttons.Contains(key) ? 80
            : key.Contains(".choose_", StringComparison.Ordinal) || key.Contains(".back_", StringComparison.Ordinal) ? 80
            : 2000;

        Assert.Empty(texts.Where(text => text.Value.Length > MaxOf(text.Key)).Select(text => text.Key));
    }

    [Fact]
    public void Each_locale_of_the_commands_has_texts()
    {
        var locales = CommandNames.ByCommand.Values.SelectMany(texts => texts.Keys).Distinct();

        Assert.All(locales, locale => Assert.Contains(ChatTexts.For(locale).Language, TextFile.Languages));
        Assert.All(locales.Where(locale => locale != "en-US"), locale => Assert.NotEqual("en", ChatTexts.For(locale).Language));
    }

    [Fact]
    public void Each_command_is_named_and_told_in_each_locale_that_any_is()
    {
        var locales = CommandNames.ByCommand["ask"].Keys.ToArray();

        var missing = CommandNames
            .ByCommand.SelectMany(command => locales.Select(locale => (command, locale)))
            .Where(pair =>
                !pair.command.Value.TryGetValue(pair.locale, out var text)
                || text.Name is null
                || text.Description is null && pair.command.Key != "Check openness claims"
            )
            .Select(pair => $"{pair.command.Key}, {pair.locale}");

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Commands_that_texts_name_are_marked_as_such_and_there_are_such(string language)
    {
        var texts = TextFile.Read(language).Concat(TextFile.Read("en"));
        var named = texts.SelectMany(text => Command().Matches(text.Value)).Select(match => match.Groups["name"].Value);

        Assert.DoesNotContain(named, name => !CommandNames.ByCommand.ContainsKey(name));
        Assert.Empty(
            texts.Where(text => CommandNames.ByCommand.Keys.Any(name => Bare(text.Value, name))).Select(text => $"{text.Key}: {text.Value}")
        );

        static bool Bare(string text, string name) =>
            text.Contains($" /{name}", StringComparison.Ordinal) || text.Contains($"`/{name}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "`/news follow`", "/license")]
    [InlineData("de", "`/nachrichten folgen`", "/lizenz")]
    [InlineData("es-419", "`/noticias seguir`", "/licencia")]
    [InlineData("zh-CN", "`/新闻 关注`", "/许可证")]
    public void Commands_are_named_as_the_reader_finds_them(string locale, string follow, string licence)
    {
        var texts = ChatTexts.For(locale);

        Assert.Contains(follow, texts["list.nothing"]);
        Assert.Contains(licence, texts["refusal.licence_unknown"]);
    }

    [Theory]
    [InlineData("en-GB", 0, "0 posts")]
    [InlineData("en-GB", 1, "1 post")]
    [InlineData("fr", 0, "0 publication")]
    [InlineData("fr", 2, "2 publications")]
    [InlineData("de", 0, "0 Beiträge")]
    public void Number_is_told_with_what_it_counts(string locale, long count, string text) =>
        Assert.Equal(text, ChatTexts.For(locale).Count("count.posts", count));

    [Fact]
    public void Each_reason_for_which_posts_wait_has_a_text()
    {
        var codes = Enum.GetValues<ReasonCode>().Where(code => code != ReasonCode.Other);

        Assert.Equal(codes.Count(), codes.Select(code => new DeliveryReason(code, "X").Sentence).Distinct().Count());
    }

    [Theory]
    [InlineData("es-419", "es")]
    [InlineData("de", "de")]
    [InlineData("zh-TW", "zh")]
    [InlineData("fr-CA", "fr")]
    [InlineData("pt-PT", "pt")]
    [InlineData("sv-SE", "en")]
    [InlineData("", "en")]
    public void Locale_without_texts_of_its_own_has_those_of_its_language_or_English(string locale, string language) =>
        Assert.Equal(language, ChatTexts.For(locale).Language);

    [Fact]
    public void What_is_filled_in_is_never_read_as_a_place() =>
        Assert.Equal(
            "'{second}' cannot be 'x': it is {first}.",
            ChatTexts.For("en-US")["refusal.value_not_allowed", ("first", "{second}"), ("second", "x"), ("third", "{first}")]
        );

    [Fact]
    public void Key_that_occurs_twice_is_an_error_with_its_line()
    {
        using var file = new StringReader("a: \"x\"\nb: \"y\"\na: \"z\"\n");

        var error = Assert.Throws<FormatException>(() => TextFile.Read(file, "xx.yaml"));

        Assert.Equal("xx.yaml:3: 'a' is there twice", error.Message);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Examples_of_the_help_are_answered(string locale)
    {
        var texts = ChatTexts.For(locale);

        foreach (var example in new[] { "openness", "commercial", "licence", "list" })
            Assert.Equal(
                AnswerStatus.Answered,
                ShippedFacts.Answerer.Ask(texts[$"help.example_{example}"], new DateOnly(2026, 11, 29)).Status
            );
    }

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{/?[a-z][a-z -]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\{/(?<name>[^}]+)\}")]
    private static partial Regex Command();
}
