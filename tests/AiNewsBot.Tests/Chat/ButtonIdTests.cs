using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Claims;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Curation.Review;
using AiNewsBot.Curation.Transfer;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.News.Commands.Posting;

namespace AiNewsBot.Tests.Chat;

/// <summary>The ids of buttons and forms: what is written is read again, and so is what the version before wrote.</summary>
public sealed class ButtonIdTests
{
    private const string Slug = "a-subject-with-a-long-name-of-40-letters";
    private const string Statement = "7604df2d397aca18880e";
    private const string Check = "0123456789abcdef";
    private const string User = "18446744073709551615";

    [Fact]
    public void Ids_are_read_as_they_were_written_and_fit_the_limit()
    {
        RoundTrips(new HeldPostButton(long.MaxValue, true), one => one.Id, HeldPostButton.Parse);
        RoundTrips(new HeldPostButton(18, false), one => one.Id, HeldPostButton.Parse);
        RoundTrips(new HeldBatchButton(long.MaxValue, true), one => one.Id, HeldBatchButton.Parse);
        RoundTrips(new PostForm(User, 1795927952), one => one.Id, PostForm.Parse);
        RoundTrips(new TimelinePageButton(Slug, int.MaxValue), one => one.Id, TimelinePageButton.Parse);
        RoundTrips(
            new ListPageButton(["mistral-ai", "", "1,2", "", "", "", "20240101-20241231"], 16).Id,
            one => one,
            argument => ListPageButton.Parse(argument)?.Id
        );
        RoundTrips(new AspectButton(Aspect.CommercialUse, Slug), one => one.Id, AspectButton.Parse);
        AnswerReference[] references =
        [
            new AnswerReference.ForQuestion("~ is it so: yes | no"),
            new AnswerReference.ForSubject(Slug),
            new AnswerReference.ForView("commercial_use", Slug),
            new AnswerReference.ForComparison("grok-1|llama-3|a name that was typed"),
            new AnswerReference.ForList(16, "mistral-ai||1,2||||20240101-20241231"),
        ];
        foreach (var reference in references)
            RoundTrips(reference, one => one.For(ButtonId.ShareAnswer), AnswerReference.Parse);
        RoundTrips(new ImportButton(true, Check), one => one.Id, ImportButton.Parse);
        RoundTrips(new SuggestionButton(long.MaxValue, long.MaxValue), one => one.Format(FactButtonIds.Approve), SuggestionButton.Parse);
        RoundTrips(
            new FormTarget(FormPurpose.Edit, IsGlobal: true)
            {
                Statement = Statement,
                Base = 8786,
                Draft = Check,
            },
            one => one.Id,
            FormTarget.Parse
        );
        RoundTrips(new FactHistoryButton(true, Slug, "weights", 8786), one => one.Id, FactHistoryButton.Parse);
        RoundTrips(new StatementButton(false, Statement, Check), one => one.Format(FactButtonIds.Pick), StatementButton.Parse);
        RoundTrips(new SeenButton(Statement, long.MaxValue), one => one.Format(FactButtonIds.Approve), SeenButton.Parse);
        RoundTrips(new VerifyButton(true, Statement, 3126, "2026-11-24"), one => one.Id, VerifyButton.Parse);
        RoundTrips(new StalePlace("2026-11-24", Statement), one => one.Id, StalePlace.Parse);
        foreach (var action in new[] { ClaimActions.Page, ClaimActions.SharedPage, ClaimActions.Refresh, ClaimActions.TakeBack })
            RoundTrips(new ClaimButton(Check, User, 12), one => one.Format(action), argument => ClaimButton.Parse(action, argument));
    }

    [Fact]
    public void Ids_of_the_version_before_are_read()
    {
        Assert.Equal(new HeldPostButton(18, true), HeldPostButton.Parse("18:sent"));
        Assert.Equal(new HeldPostButton(18, false), HeldPostButton.Parse("18:again"));
        Assert.Equal(new HeldBatchButton(1, true), HeldBatchButton.Parse("1:post"));
        Assert.Equal(new HeldBatchButton(1, false), HeldBatchButton.Parse("1:drop"));
        Assert.Equal(new PostForm("200000000000000010", 1795927952), PostForm.Parse("200000000000000010:1795927952"));
        Assert.Equal(new TimelinePageButton("grok", 2), TimelinePageButton.Parse("grok:2"));
        Assert.Equal(new ListPageButton(["", "", "", "", "", "", ""], 2).Id, ListPageButton.Parse("||||||:2")?.Id);
        Assert.Equal(new AspectButton(Aspect.Licence, "grok-1"), AspectButton.Parse("licence:grok-1"));
        Assert.Equal(new AnswerReference.ForQuestion("is it so: yes | no"), AnswerReference.Parse("q:is it so: yes | no"));
        Assert.Equal(new AnswerReference.ForSubject("grok-1"), AnswerReference.Parse("s:grok-1"));
        Assert.Equal(new ImportButton(false, Check), ImportButton.Parse($"s|{Check}"));
        Assert.Equal(new ImportButton(false, Check), ImportButton.Parse($"~s|{Check}|"));
        Assert.Equal(new SuggestionButton(7, 12), SuggestionButton.Parse("7|12"));
        Assert.Equal(new SuggestionButton(7), SuggestionButton.Parse("7"));
        Assert.Equal(
            new FormTarget(FormPurpose.Suggest, IsGlobal: false) { Subject = "grok-1", Property = "event" },
            FormTarget.Parse("1|s|grok-1|event||0|0")
        );
        Assert.Equal(new FactHistoryButton(false, "grok-1", "weights", 3126), FactHistoryButton.Parse("s|grok-1|weights|3126"));
        Assert.Equal(new StatementButton(true, Statement), StatementButton.Parse($"g|{Statement}"));
        Assert.Equal(new StatementButton(false, Statement, Check), StatementButton.Parse($"s|{Statement}|{Check}"));
        Assert.Equal(new SeenButton(Statement, 7), SeenButton.Parse($"{Statement}|7"));
        Assert.Equal(new VerifyButton(false, Statement, 7, "2026-11-24"), VerifyButton.Parse($"s|{Statement}|7|2026-11-24"));
        Assert.Equal(new StalePlace("2026-11-24", Statement), StalePlace.Parse($"2026-11-24|{Statement}"));
        Assert.Equal(new ClaimButton(Check), ClaimButton.Parse(ClaimActions.Share, Check));
        Assert.Equal(new ClaimButton(Check, Page: 2), ClaimButton.Parse(ClaimActions.Page, $"{Check}:2"));
        Assert.Equal(new ClaimButton(Check, User, 2), ClaimButton.Parse(ClaimActions.SharedPage, $"{Check}:{User}:2"));
        Assert.Equal(new ClaimButton(Check, User), ClaimButton.Parse(ClaimActions.TakeBack, $"{Check}:{User}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("~x|1")]
    [InlineData("-1:sent")]
    [InlineData("1:2:3")]
    [InlineData("99999999999999999999:sent")]
    public void Ids_from_elsewhere_are_no_button(string argument) => Assert.Null(HeldPostButton.Parse(argument));

    private static void RoundTrips<T>(T button, Func<T, string> write, Func<string, T?> read)
        where T : class
    {
        var id = write(button);

        Assert.Equal(button, read(ButtonId.Parse(id).Argument));
        Assert.InRange(id.Length, 1, ButtonId.MaxLength);
    }
}
