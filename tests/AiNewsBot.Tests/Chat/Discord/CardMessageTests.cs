using System.Collections.Immutable;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Discord.Models;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>Cards as Discord's messages: what is where, and which files go with it.</summary>
public sealed class CardMessageTests
{
    private static readonly CardImage Face = new("https://lab.example/face.png", "A face");

    // A section holds three texts, and the last text and what is behind a line stay below it.
    [Theory]
    [InlineData(1, 99, 0)]
    [InlineData(2, 99, 1)]
    [InlineData(4, 99, 3)]
    [InlineData(6, 99, 3)]
    [InlineData(4, 1, 1)]
    [InlineData(4, 0, 0)]
    public void Thumbnail_stands_beside_the_first_texts(int texts, int line, int beside)
    {
        var card = new Card(null, [.. Enumerable.Range(0, texts).Select(n => new CardBlock($"text {n}", HasSeparator: n == line))], [])
        {
            Thumbnail = Face,
        };

        var children = ChildrenOf(card);

        var section = children.OfType<Component.Section>().SingleOrDefault();
        Assert.Equal(beside, section?.Texts.Length ?? 0);
        Assert.Equal(texts - beside, children.OfType<Component.Text>().Count());
    }

    [Fact]
    public void Line_is_drawn_between_texts_and_never_first()
    {
        var card = new Card(null, [new CardBlock("first", HasSeparator: true), new CardBlock("second", HasSeparator: true)], []);

        Assert.Equal(
            [typeof(Component.Text), typeof(Component.Separator), typeof(Component.Text)],
            ChildrenOf(card).Select(child => child.GetType())
        );
    }

    [Fact]
    public void Pictures_of_the_web_stand_before_the_last_text()
    {
        var card = new CardWriter(null).Add("first").Add("second").Add("last").ToCard() with { Images = [Face] };

        Assert.Equal(
            [typeof(Component.Text), typeof(Component.Text), typeof(Component.Gallery), typeof(Component.Text)],
            ChildrenOf(card).Select(child => child.GetType())
        );
    }

    [Fact]
    public void Pictures_with_a_file_go_with_the_message_and_others_by_their_address()
    {
        var card = new CardWriter(null).Add("first").Add("last").ToCard() with
        {
            Thumbnail = Face with { File = new CardFile("thumbnail.png", new byte[] { 1 }) },
            Images = [Face, Face with { File = new CardFile("picture1.png", new byte[] { 2 }) }],
        };

        var message = CardMessages.Create(card, isPrivate: true);

        Assert.Equal(["thumbnail.png", "picture1.png"], message.Attachments.Select(attachment => attachment.Name));
        Assert.Equal(
            [Face.Url, "attachment://picture1.png"],
            ChildrenOf(card).OfType<Component.Gallery>().Single().Pictures.Select(picture => picture.Url)
        );
        Assert.True(message.IsEphemeral);
    }

    // Without a text beside which it could stand, a thumbnail is not shown, and its file does not go with the message.
    [Fact]
    public void Thumbnail_that_has_no_place_is_not_sent()
    {
        var card = new CardWriter(null).Add("alone").ToCard() with
        {
            Thumbnail = Face with { File = new CardFile("thumbnail.png", new byte[] { 1 }) },
        };

        Assert.Empty(CardMessages.Create(card, isPrivate: false).Attachments);
    }

    [Fact]
    public void Menu_keeps_within_what_discord_takes_and_an_empty_one_is_left_out()
    {
        var menu = new CardMenu(
            "pick",
            "Choose",
            [.. Enumerable.Range(0, 30).Select(n => new CardOption(new string('x', 120), $"{n}"))],
            Max: 40
        );
        var card = new CardWriter(null).Add("text").ToCard();

        var row = Assert.IsType<Component.Row>(ChildrenOf(card with { Menu = menu })[^1]);
        var select = Assert.IsType<Component.StringSelect>(Assert.Single(row.Children));

        Assert.Equal((25, 25, 100), (select.Options.Length, select.MaxValues, select.Options[0].Label.Length));
        Assert.Empty(ChildrenOf(card with { Menu = menu with { Options = [] } }).OfType<Component.Row>());
    }

    [Fact]
    public void Button_with_an_address_opens_it_and_has_no_id()
    {
        var card = new CardWriter(null).Add("text").AddButton("why:1", "Why?").AddLinkButton("https://lab.example/", "Article").ToCard();

        var buttons = ChildrenOf(card).OfType<Component.Row>().Single().Children.Cast<Component.Button>().ToArray();

        Assert.Equal([("why:1", null), (null, "https://lab.example/")], buttons.Select(button => (button.CustomId, button.Url)));
    }

    private static ImmutableArray<Component> ChildrenOf(Card card) =>
        Assert.IsType<Component.Container>(Assert.Single(CardMessages.Create(card, isPrivate: false).Components)).Children;
}
