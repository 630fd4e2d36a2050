using AiNewsBot.Tests.Curation;
using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Servers;

/// <summary>The settings, the help, the privacy and the errors in the language of who uses them, whole.</summary>
public sealed class LocalizedSettingsTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task German_manager_walks_through_the_setup_in_German()
    {
        var user = bot.Discord.As(Guilds.Manager() with { Locale = "de" });

        var roles = await user.RunCommandAsync("settings setup");
        var form = await user.PressAsync(roles.Buttons["Rollen wählen"]);
        var channel = await user.PressAsync(roles.Buttons["Überspringen"]);
        var zone = await user.PressAsync(channel.Buttons["Überspringen"]);
        var zoneForm = await user.PressAsync(zone.Buttons["Zeitzone wählen"]);
        var wrong = await user.SubmitAsync(zoneForm.FormId!, ("zone", "Mordor/Barad-dur"));
        var done = await user.SubmitAsync(zoneForm.FormId!, ("zone", "Europe/Berlin"));

        Assert.Contains("Einstellungen dieses Servers", roles.Text);
        Assert.Contains("Fakten vorschlagen dürfen: alle", roles.Text);
        Assert.Equal("Wer was darf", form.Text);
        Assert.Contains("Wer darf Fakten bearbeiten?", form.Fields.Keys);
        Assert.Equal(["Kanal wählen", "Überspringen", "Zurück zu den Rollen"], channel.Buttons.Keys);
        Assert.Contains("Ich kenne keine Zeitzone", wrong.Text);
        Assert.EndsWith("Nichts wurde geändert.", wrong.Text);
        Assert.Contains("Zeitzone: Europe/Berlin", done.Text);
        Assert.Contains("`/nachrichten folgen`", done.Text);
        Assert.Contains("`/fragen`", done.Text);
    }

    [Theory]
    [InlineData("de", "`/fragen ist Grok Open Source`", "/modelle")]
    [InlineData("ja", "`/質問 Grokはオープンソースですか`", "/モデル一覧")]
    [InlineData("zh-CN", "`/提问 Grok是开源的吗`", "/模型列表")]
    [InlineData("en-GB", "`/ask is grok open source`", "/licence")]
    public async Task Help_names_commands_as_the_reader_finds_them(string locale, string example, string command)
    {
        var help = await bot.Discord.As(Guilds.Manager() with { Locale = locale }).RunCommandAsync("help");

        Assert.Contains(example, help.Text);
        Assert.Contains(command, help.Text);
    }

    [Fact]
    public async Task Privacy_and_refusals_are_in_the_language_of_the_reader()
    {
        var manager = Guilds.Manager();
        var member = bot.Discord.As(Guilds.Beside(manager) with { Locale = "fr" });

        var privacy = await member.RunCommandAsync("privacy");
        var sure = await member.PressAsync(privacy.Buttons["M'oublier"]);
        var refused = await member.RunCommandAsync("settings show");
        var lacking = await member.RunCommandAsync("fact unanswered");
        var gone = await member.PressAsync("no-such-button:1");

        Assert.Contains("Ce que ce bot garde", privacy.Text);
        Assert.Contains("Supprimer mes données", sure.Buttons.Keys);
        Assert.Contains("Seuls ceux qui peuvent gérer ce serveur", refused.Text);
        Assert.Contains("peuvent modifier les faits. Adressez-vous", lacking.Text);
        Assert.Contains("/demander", gone.Text);
    }

    [Theory]
    [InlineData("de", "Zeitleiste Lizenz Vergleichen Mehr", "Mehr", "Nützlich|Falsch|Fehler melden", "Falsch", "ohne deinen Namen")]
    [InlineData("fr", "Chronologie Licence Comparer Plus", "Plus", "Utile|Faux|Signaler une erreur", "Faux", "sans votre nom")]
    [InlineData("ja", "年表 ライセンス 比較 もっと見る", "もっと見る", "役に立った|間違い|誤りを報告", "間違い", "名前なしで")]
    [InlineData("en-US", "Timeline Licence Compare More", "More", "Useful|Wrong|Report a mistake", "Wrong", "without your name")]
    public async Task Card_and_what_it_leads_to_are_in_the_language_of_the_reader(
        string locale,
        string buttons,
        string more,
        string votes,
        string wrong,
        string thanks
    )
    {
        var member = bot.Discord.As(Guilds.Beside(Guilds.Manager()) with { Locale = locale });

        var answer = await member.RunCommandAsync("ask", ("question", "is grok-1 open source"));
        var rest = await member.PressAsync(answer.Buttons[more]);
        var vote = await member.PressAsync(rest.Buttons[wrong]);

        Assert.Equal(buttons.Split(' '), answer.Buttons.Keys);
        Assert.Equal(votes.Split('|'), rest.Buttons.Keys);
        Assert.Contains(thanks, vote.Text);
    }

    [Theory]
    [InlineData("de", "Was die Fakten zu", "das stimmt nicht. Grok-1: offene Gewichte", "Teilen", "keine Behauptung gefunden")]
    [InlineData(
        "pt-BR",
        "O que os fatos dizem de",
        "não é verdade. Grok-1: pesos abertos",
        "Compartilhar",
        "nenhuma afirmação que eu possa"
    )]
    [InlineData("hi", "पर तथ्य क्या कहते हैं", "यह सही नहीं है। Grok-1: open weights", "साझा करें", "koi daava nahi mila")]
    [InlineData("zh-CN", "事实对", "不属实。 Grok-1：开放权重", "分享", "没有找到我能核对的说法")]
    public async Task Claims_are_judged_in_the_language_of_the_reader(string locale, string title, string judged, string share, string none)
    {
        var member = bot.Discord.As(Guilds.Beside(Guilds.Manager()) with { Locale = locale });

        var check = await member.RunMessageCommandAsync("Check openness claims", "Grok-1 is open source");
        var nothing = await member.RunMessageCommandAsync("Check openness claims", "good morning");

        Assert.Contains(title, check.Text);
        Assert.Contains(judged, check.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains(share, check.Buttons.Keys);
        Assert.Contains(none, nothing.Text);
    }

    [Theory]
    [InlineData("de", "offene Gewichte", "Lizenz", "Grok-1 steht unter Apache")]
    [InlineData("fr", "poids ouverts", "Licence", "Grok-1 est sous Apache")]
    [InlineData("pt-BR", "pesos abertos", "Licença", "Grok-1 está sob Apache")]
    public async Task Model_that_is_picked_and_its_licence_are_told_in_the_language_of_the_reader(
        string locale,
        string open,
        string button,
        string licence
    )
    {
        var member = bot.Discord.As(Guilds.Beside(Guilds.Manager()) with { Locale = locale });

        var model = await member.RunCommandAsync("model", ("name", "grok-1"));
        var again = await member.PressAsync("model:grok-1");
        var terms = await member.PressAsync(model.Buttons[button]);

        Assert.Contains(open, model.Text);
        Assert.Contains(open, again.Text);
        Assert.Contains(licence, terms.Text.Replace("\\", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("es-ES", "Llama 3 has no user cap", "**la licencia de Llama 3 no tiene un límite de usuarios**", "no es así.")]
    [InlineData("de", "Mistral 7B is not under MIT", "**Mistral 7B ist nicht unter MIT License**", "Mistral 7B: unter Apache License 2.0")]
    [InlineData("fr", "Grok-1 was made by OpenAI", "**Grok-1 est fait par OpenAI**", "fait par xAI, pas par OpenAI")]
    [InlineData("ja", "OLMo 2 is open source", "**OLMo 2 がオープンソースであること**", "そのとおりです。")]
    public async Task What_was_claimed_and_why_that_is_so_or_not_are_told_in_the_language_of_the_reader(
        string locale,
        string message,
        string said,
        string why
    )
    {
        var member = bot.Discord.As(Guilds.Beside(Guilds.Manager()) with { Locale = locale });

        var check = await member.RunMessageCommandAsync("Check openness claims", message);

        Assert.Contains(said, check.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains(why, check.Text.Replace("\\", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("de", "Seit wann", "kein Datum: Schreib", "Nichts wurde geändert.", "Weiter bearbeiten")]
    [InlineData("es-ES", "Desde cuándo", "no es una fecha", "No se ha cambiado nada.", "Editar de nuevo")]
    [InlineData("zh-CN", "从何时起", "不是日期", "没有任何更改。", "继续编辑")]
    public async Task Forms_of_facts_and_why_they_are_refused_are_in_the_language_of_the_moderator(
        string locale,
        string since,
        string refused,
        string unchanged,
        string again
    )
    {
        var moderator = bot.Discord.As(Guilds.Manager() with { Locale = locale });

        var form = await moderator.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        var reply = await moderator.SubmitAsync(
            form.FormId!,
            ("value", "MIT"),
            (form.Fields[since], "last spring"),
            ("source", "https://github.com/xai-org/grok-1"),
            ("why", "It changed")
        );

        Assert.Contains(refused, reply.Text);
        Assert.Contains(unchanged, reply.Text);
        Assert.Contains(again, reply.Buttons.Keys);
    }
}
