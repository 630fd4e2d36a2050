using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>News, feeds and statistics in the language of the moderator who uses them, with the commands as they find them.</summary>
public sealed class LocalizedNewsTests(NewsBotFixture bot) : IClassFixture<NewsBotFixture>
{
    private static long _next = 270_000_000_000_000_000;

    // Of the member that was made last.
    private string _text = "";

    [Fact]
    public async Task German_moderator_follows_pauses_resumes_and_ends_in_German()
    {
        var user = bot.Discord.As(Member("de"));

        var followed = await FollowAsync(user, ("when", "weekly"), ("weekday", "friday"), ("about", "grok"));
        var listed = await user.RunCommandAsync("news list");
        var one = await user.ChooseAsync(listed.MenuId!, Assert.Single(listed.Options).Value);
        var paused = await user.PressAsync(one.Buttons["Anhalten"]);
        var resumed = await user.PressAsync(paused.Buttons["Fortsetzen"]);
        var ended = await user.PressAsync(resumed.Buttons["Nicht mehr folgen"]);
        var nothing = await user.RunCommandAsync("news list");

        Assert.Contains($"Ab jetzt: Nachrichten über Grok in <#{_text}>, jeden Freitag um 09:00 (Etc/UTC).", Plain(followed));
        Assert.Contains("Die erste Zusammenfassung kommt <t:", followed.Text);
        Assert.Contains("Was dieser Server verfolgt", listed.Text);
        Assert.Contains("in 30 Tagen nichts gesendet", listed.Text);
        Assert.Contains("**angehalten**: ein Moderator hat es angehalten", paused.Text);
        Assert.DoesNotContain("angehalten", resumed.Text);
        Assert.Contains("Beendet: Nachrichten über Grok", ended.Text);
        Assert.Contains("Noch nichts. Fang mit `/nachrichten folgen` an.", nothing.Text);
    }

    [Theory]
    [InlineData("es-ES", "Desde ahora: todas las noticias en", "al momento", "Eso ya se sigue", "Lo que sigue este servidor")]
    [InlineData("fr", "Désormais : toutes les actualités dans", "aussitôt", "C'est déjà suivi", "Ce que suit ce serveur")]
    [InlineData("pt-BR", "A partir de agora: todas as notícias em", "na hora", "Isso já é seguido", "O que este servidor segue")]
    [InlineData("hi", "में सभी समाचार", "तुरंत", "यह पहले से फ़ॉलो है", "यह सर्वर क्या फ़ॉलो करता है")]
    [InlineData("ja", "すべてのニュース", "すぐに", "すでにフォローしています", "このサーバーがフォローしているもの")]
    [InlineData("zh-CN", "全部新闻", "即时", "已在关注", "本服务器关注的内容")]
    public async Task Following_is_told_in_the_language_of_the_moderator(string locale, string what, string when, string same, string title)
    {
        var user = bot.Discord.As(Member(locale));

        var followed = Plain(await FollowAsync(user, ("when", "instant")));
        var again = Plain(await FollowAsync(user, ("when", "instant")));

        Assert.Contains(what, followed);
        Assert.Contains(when, followed);
        Assert.Contains(same, again);
        Assert.Contains(title, (await user.RunCommandAsync("news list")).Text);
    }

    [Theory]
    [InlineData("de", "Diese Klammer ist nicht geschlossen.", "Noch einmal schreiben", "Nichts wurde geändert.")]
    [InlineData("es-ES", "esta llave no se cierra.", "Escribirla de nuevo", "No se ha cambiado nada.")]
    [InlineData("ja", "この波括弧が閉じられていません。", "書き直す", "何も変更されていません。")]
    [InlineData("zh-CN", "这个花括号没有闭合。", "重新编写", "没有任何更改。")]
    public async Task Why_a_template_cannot_be_read_is_told_in_the_language_of_the_moderator(
        string locale,
        string why,
        string again,
        string unchanged
    )
    {
        var user = bot.Discord.As(Member(locale));
        await FollowAsync(user, ("when", "instant"));
        var listed = await user.RunCommandAsync("news list");
        var subscription = Assert.Single(listed.Options).Value.Split('~')[1];

        var refused = await user.RunCommandAsync("news template", ("subscription", subscription), ("template", "**{title"));

        Assert.Contains(why, Plain(refused));
        Assert.Contains(unchanged, Plain(refused));
        Assert.Contains(again, refused.Buttons.Keys);
    }

    [Fact]
    public async Task French_moderator_looks_for_stories_and_feeds_in_French()
    {
        var user = bot.Discord.As(Member("fr"));

        Assert.Contains("Aucun article ne contient tous ces mots.", (await RunAsync("news search", ("text", "zorblax"))).Text);
        Assert.Contains("demandez pourquoi à /flux vérifier", (await RunAsync("news why", ("item", "zorblax"))).Text);
        Assert.Contains("Aucun flux ne s'appelle zorblax", (await RunAsync("news log", ("feed", "zorblax"))).Text);
        Assert.Contains("regardez avec /flux liste", (await RunAsync("feeds remove", ("feed", "zorblax"))).Text);
        Assert.Contains("### Flux", (await RunAsync("feeds list")).Text);
        Assert.Contains("Ce serveur n'a pas de filtre pour toutes ses actualités.", (await RunAsync("news server-filter")).Text);
        Assert.Contains("Vous ne suivez rien en messages privés.", (await RunAsync("news me")).Text);
        Assert.Contains("Cette semaine : 0 question, 0 sans réponse", (await RunAsync("stats")).Text);
        Assert.Contains("tranche « ce modèle est-il vraiment open source ? »", (await RunAsync("about")).Text);

        async Task<SimulatedReply> RunAsync(string command, params (string, object)[] options)
        {
            var reply = await user.RunCommandAsync(command, options);
            return reply with { Text = Plain(reply) };
        }
    }

    [Fact]
    public async Task Form_for_news_of_ones_own_and_its_refusal_are_in_the_language_of_the_moderator()
    {
        var user = bot.Discord.As(Member("pt-BR"));

        var form = await user.RunCommandAsync("news post", ("channel", _text));
        var refused = await user.SubmitAsync(form.FormId!, ("title", "Novo modelo"), ("link", "palavra"));
        var seen = await user.SubmitAsync(form.FormId!, ("title", "Novo modelo"));

        Assert.Equal("Notícia própria", form.Text);
        Assert.Equal(["Título", "Texto", "Endereço", "Imagem"], form.Fields.Keys);
        Assert.Contains("“palavra” não é um endereço da web. Nada foi publicado.", Plain(refused));
        Assert.Equal(["Publicar", "Descartar"], seen.Buttons.Keys);
    }

    private Task<SimulatedReply> FollowAsync(SimulatedUser user, params (string, object)[] options) =>
        user.RunCommandAsync("news follow", [("channel", _text), .. options]);

    private static string Plain(SimulatedReply reply) => reply.Text.Replace("\\", "", StringComparison.Ordinal);

    private SimulatedMember Member(string locale)
    {
        _text = $"{Interlocked.Increment(ref _next)}";
        return new SimulatedMember
        {
            Locale = locale,
            Guild = $"{Interlocked.Increment(ref _next)}",
            Channels = new Dictionary<string, (string, int, ulong)> { [_text] = ("news", 0, ulong.MaxValue >> 1) },
        };
    }
}
