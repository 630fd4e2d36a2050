using AiNewsBot.Tests.Harness;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.Curation;

/// <summary>What moderators do with facts, in their language.</summary>
public sealed class LocalizedCurationTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task German_member_suggests_and_a_German_moderator_looks_rejects_and_is_told_that_nothing_waits()
    {
        var manager = Guilds.Manager() with { Locale = "de" };
        var member = bot.Discord.As(Guilds.Beside(manager) with { Locale = "de" });
        var moderator = bot.Discord.As(manager);
        await FactForm.SaveAsync(member, "grok-1", "licence", FactForm.Fields("MIT"), "suggest");

        var review = await moderator.RunCommandAsync("fact review");
        var form = await moderator.PressAsync(review.Buttons["Ablehnen"]);
        var rejected = await moderator.SubmitAsync(form.FormId!, ("reason", "Dort steht Apache"));

        Assert.Matches(@"\*\*Vorschlag \d+: Grok\\?-1, licence\*\*, für diesen Server, von <@", review.Text);
        Assert.Contains("vorgeschlagen: **MIT**", review.Text);
        Assert.Contains("([Quelle](", review.Text);
        Assert.Contains("1 wartet insgesamt", review.Text);
        Assert.StartsWith("Vorschlag ", form.Text);
        Assert.Contains("ist abgelehnt.** Sonst wartet nichts auf eine Entscheidung.", Plain(rejected));
    }

    [Theory]
    [InlineData("es-ES", "hecha una vez, sin respuesta", "Ignorar", "Ignorada.", "Aquí no hay preguntas sin respuesta.")]
    [InlineData("fr", "posée une fois, sans réponse", "Ignorer", "Ignorée.", "Il n'y a pas de question sans réponse ici.")]
    [InlineData("ja", "1 回質問され、答えなし", "無視", "無視しました。", "未回答の質問はありません。")]
    public async Task Queue_of_unanswered_questions_is_in_the_language_of_the_moderator(
        string locale,
        string asked,
        string ignore,
        string ignored,
        string none
    )
    {
        var moderator = bot.Discord.As(Guilds.Manager() with { Locale = locale });
        await FactForm.AskAsync(moderator, "is zorblax-77 open source?");

        var waiting = await moderator.RunCommandAsync("fact unanswered");
        var after = await moderator.PressAsync(waiting.Buttons[ignore]);

        Assert.Contains(asked, waiting.Text);
        Assert.Contains($"**{ignored}**", after.Text);
        Assert.Contains(none, after.Text);
    }

    [Theory]
    [InlineData("pt-BR", "depois: **MIT**", "Este fato já está bloqueado.", "bloqueou")]
    [InlineData("zh-CN", "之后：**MIT**", "这条事实已经锁定。", "锁定了它")]
    public async Task Edits_locks_and_their_history_are_in_the_language_of_the_moderator(
        string locale,
        string after,
        string locked,
        string history
    )
    {
        var moderator = bot.Discord.As(Guilds.Manager() with { Locale = locale });

        var changed = await FactForm.SaveAsync(moderator, "grok-1", "licence", FactForm.Fields("MIT"));
        await moderator.RunCommandAsync("fact lock", ("subject", "grok-1"), ("property", "licence"));
        var twice = await moderator.RunCommandAsync("fact lock", ("subject", "grok-1"), ("property", "licence"));
        var told = await moderator.RunCommandAsync("fact history", ("subject", "grok-1"), ("property", "licence"));

        Assert.Contains(after, changed.Text);
        Assert.Contains(locked, twice.Text);
        Assert.Contains(history, told.Text);
    }

    [Fact]
    public async Task Name_that_is_not_known_is_told_so_in_the_language_of_the_moderator()
    {
        var moderator = bot.Discord.As(Guilds.Manager() with { Locale = "de" });

        var unknown = await moderator.RunCommandAsync("fact add", ("subject", "zorblax"), ("property", "licence"));

        Assert.Contains("Ich kenne nichts namens zorblax", Plain(unknown));
        Assert.Contains("Modell hinzufügen", unknown.Buttons.Keys);
    }

    private static string Plain(SimulatedReply reply) => reply.Text.Replace("\\", "", StringComparison.Ordinal);
}
