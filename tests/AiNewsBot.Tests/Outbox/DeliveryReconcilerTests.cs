using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;
using AiNewsBot.Scheduling;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AiNewsBot.Tests.Outbox;

/// <summary>What became of a post whose answer was lost, by what the chat says of its channel.</summary>
public sealed class DeliveryReconcilerTests
{
    private const string Channel = "200000000000000010";

    private readonly Mock<IChannelPoster> _poster = new(MockBehavior.Strict);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Post_that_is_found_by_its_button_was_sent()
    {
        Finds(new SearchOutcome.Found("5", "6"));

        Assert.Equal(new ReconciliationResult.Sent("5", "6"), await ReconcileAsync(ChatChannelKind.Text));
        _poster.Verify(poster => poster.FindAsync(Channel, "news-why:42", "7", It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Post_that_is_not_there_was_not_sent()
    {
        Finds(new SearchOutcome.Absent());

        Assert.Equal(new ReconciliationResult.NotSent(), await ReconcileAsync(ChatChannelKind.Text));
    }

    [Fact]
    public async Task Forum_is_not_searched_while_the_post_may_be_on_its_way()
    {
        _time.Advance(TimeSpan.FromSeconds(5));

        var result = await ReconcileAsync(ChatChannelKind.Forum, sent: TimeSpan.FromSeconds(5));

        Assert.Equal(new ReconciliationResult.Wait(TimeSpan.FromSeconds(15), new DeliveryReason(ReasonCode.ForumDelay)), result);
        _poster.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData(119, true)]
    [InlineData(120, false)]
    public async Task Unreadable_channel_is_sent_to_again_only_while_the_nonce_holds(int seconds, bool isSentAgain)
    {
        Finds(new SearchOutcome.Unreadable("Missing Access"));

        var result = await ReconcileAsync(ChatChannelKind.Text, sent: TimeSpan.FromSeconds(seconds));

        Assert.Equal(
            isSentAgain
                ? new ReconciliationResult.NotSent()
                : new ReconciliationResult.Unknown(new DeliveryReason(ReasonCode.Unverifiable, "Missing Access")),
            result
        );
    }

    [Fact]
    public async Task Unreadable_forum_is_never_sent_to_again()
    {
        Finds(new SearchOutcome.Unreadable("Missing Access"));

        var result = await ReconcileAsync(ChatChannelKind.Forum, sent: TimeSpan.FromSeconds(30));

        Assert.IsType<ReconciliationResult.Unknown>(result);
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData(40, 40)]
    public async Task Busy_chat_is_asked_again_when_it_says(int? asked, int waits)
    {
        Finds(new SearchOutcome.Busy("rate limited", asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null));

        var result = Assert.IsType<ReconciliationResult.Wait>(await ReconcileAsync(ChatChannelKind.Text));

        Assert.Equal(TimeSpan.FromSeconds(waits), result.For);
        Assert.Equal(ReasonCode.Busy, result.Reason.Code);
    }

    private void Finds(SearchOutcome outcome) =>
        _poster
            .Setup(poster => poster.FindAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(outcome);

    private Task<ReconciliationResult> ReconcileAsync(ChatChannelKind kind, TimeSpan sent = default) =>
        new DeliveryReconciler(_poster.Object, _time).ReconcileAsync(
            new OutboxRow
            {
                Kind = OutboxRow.Notice,
                ChannelId = Channel,
                State = OutboxState.Pending,
                Nonce = "42",
                SentAfter = "7",
                SendingAt = _time.Milliseconds() - (long)sent.TotalMilliseconds,
            },
            kind,
            TestContext.Current.CancellationToken
        );
}
