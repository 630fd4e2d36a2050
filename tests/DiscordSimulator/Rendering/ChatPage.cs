using System.Net;
using System.Text;
using System.Text.Json;
using DiscordSimulator.Channels;
using DiscordSimulator.Interactions;

namespace DiscordSimulator.Rendering;

/// <summary>A conversation with the bot as one HTML page, about as Discord shows it in its dark theme.</summary>
public sealed class ChatPage
{
    private const string Style = """
        body{margin:0;padding:14px;background:#313338;color:#dbdee1;font:15px/1.4 "Liberation Sans",Arial,sans-serif}
        .used{margin:0 0 4px;color:#949ba4;font-size:13px}.used b{color:#c9cdfb;font-weight:normal}
        .name{color:#fff;font-weight:bold;margin:0 0 4px}
        .name span{background:#5865f2;border-radius:3px;font-size:10px;padding:1px 4px;margin-left:5px}
        .private{color:#949ba4;font-size:12px;margin:4px 0 14px}.message{margin:0 0 14px}
        .container{background:#2b2d31;border-left:4px solid #4e5058;border-radius:6px;padding:10px 14px;margin:2px 0}
        .text{overflow-wrap:anywhere}h1,h2,h3{margin:4px 0;color:#fff}h1{font-size:21px}h2{font-size:18px}h3{font-size:16px}
        small{display:block;color:#949ba4;font-size:12px}.gap{height:8px}hr{border:0;border-top:1px solid #4e5058;margin:8px 0}
        a{color:#00a8fc}code,pre{background:#1e1f22;border-radius:4px;padding:1px 4px;font:13px monospace}pre{padding:6px}
        blockquote{margin:2px 0;padding-left:10px;border-left:4px solid #4e5058}.item::before{content:"• "}.item{padding-left:8px}
        .mention{background:#3c4270;color:#c9cdfb;border-radius:3px;padding:0 2px}
        .row{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0 2px}
        .button{background:#4e5058;color:#fff;border-radius:4px;padding:6px 14px;font-size:14px}
        .style1{background:#5865f2}.style3{background:#248046}.style4{background:#da373c}.disabled{opacity:.5}
        .select{background:#1e1f22;border-radius:4px;padding:8px 10px;color:#949ba4;flex:1}.select span{float:right}
        .section{display:flex;gap:12px;justify-content:space-between;align-items:flex-start}.thumbnail{width:72px;border-radius:4px}
        .picture{display:block;max-width:100%;border-radius:4px;margin:6px 0}
        .file{background:#1e1f22;border-radius:4px;padding:8px;margin:4px 0}
        .form{background:#2b2d31;border-radius:8px;padding:16px;max-width:440px}.form h2{margin:0 0 10px}
        label{display:block;margin:0 0 12px;font-weight:bold;font-size:13px}
        em{display:block;font-style:normal;font-weight:normal;color:#949ba4}
        .input{background:#1e1f22;border-radius:4px;padding:8px;font-weight:normal;font-size:14px;min-height:18px;overflow-wrap:anywhere}
        .lines{min-height:54px}.empty{color:#6d6f78}
        """;

    private readonly StringBuilder _html = new();

    /// <summary>Adds what someone did, and what the bot showed for it.</summary>
    /// <param name="action">Such as "/ask question: is grok open source", or a button's label.</param>
    /// <param name="reply">The bot's reply; a form is drawn as a form.</param>
    public ChatPage Add(string action, SimulatedReply reply)
    {
        _html.Append("<div class=\"used\">Mara used <b>").Append(WebUtility.HtmlEncode(action)).Append("</b></div>\n");
        var components = new ComponentHtml(reply.Files).Render(ComponentsOf(reply.Content));
        if (reply.FormId is not null)
        {
            _html.Append("<div class=\"message form\"><h2>").Append(WebUtility.HtmlEncode(reply.Text)).Append("</h2>").Append(components);
            _html.Append(
                "<div class=\"row\"><span class=\"button\">Cancel</span><span class=\"button style1\">Submit</span></div></div>\n"
            );
            return this;
        }

        _html.Append("<div class=\"message\"><div class=\"name\">AiNewsBot<span>APP</span></div>").Append(components).Append("</div>\n");
        if (reply.IsPrivate)
            _html.Append("<div class=\"private\">Only you can see this</div>\n");
        return this;
    }

    /// <summary>Adds what the bot posted by itself.</summary>
    public ChatPage Add(SimulatedMessage post)
    {
        _html.Append("<div class=\"message\"><div class=\"name\">").Append(WebUtility.HtmlEncode(post.Sender.Name ?? "AiNewsBot"));
        _html.Append("<span>APP</span></div>").Append(new ComponentHtml([]).Render(ComponentsOf(post.Body))).Append("</div>\n");
        return this;
    }

    /// <summary>The whole page.</summary>
    public override string ToString() =>
        $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>AiNewsBot</title><style>\n{Style}\n</style></head>"
        + $"<body>\n{_html}</body></html>\n";

    private static JsonElement ComponentsOf(JsonElement message) => message.GetProperty("components");
}
