"""The cases in PyTorch.

Each entry of ``CASES`` makes a function that does one step and returns what it read back: the loss, or the id of a character.
Everything not named is the framework's default.
"""
import torch
import torch.nn.functional as F
from torch import nn


BF16 = False


def use(_system, threads, precision):
    global BF16
    BF16 = precision == "bf16"
    torch.set_num_threads(threads)
    torch.manual_seed(0)


def version():
    return f"PyTorch {torch.__version__}"


def training(modules, loss):
    parameters = [parameter for module in modules for parameter in module.parameters()]
    optimizer = torch.optim.Adam(parameters, 1e-3, eps=1e-7)

    def step():
        optimizer.zero_grad()
        with torch.autocast("cpu", torch.bfloat16, enabled=BF16):
            value = loss()
        value.backward()
        optimizer.step()
        return value.item()

    return step


def text(layer, vocabulary, steps):
    embedding = nn.Embedding(vocabulary, 256)
    recurrent = layer(256, 1024, batch_first=True)
    head = nn.Linear(1024, vocabulary)
    x, y = torch.randint(0, vocabulary, (64, steps)), torch.randint(0, vocabulary, (64, steps))

    def loss():
        logits = head(recurrent(embedding(x))[0])
        return F.cross_entropy(logits.reshape(-1, vocabulary), y.reshape(-1))

    return training([embedding, recurrent, head], loss)


def imdb(bidirectional):
    embedding = nn.Embedding(10000, 32)
    recurrent = nn.LSTM(32, 32, batch_first=True, bidirectional=bidirectional)
    head = nn.Linear(64 if bidirectional else 32, 1)
    x, y = torch.randint(0, 10000, (128, 500)), torch.randint(0, 2, (128, 1)).float()

    def loss():
        _, (state, _) = recurrent(embedding(x))  # the last state of each direction
        return F.binary_cross_entropy(torch.sigmoid(head(torch.cat(tuple(state), -1))), y)

    return training([embedding, recurrent, head], loss)


def vad_lstm():
    recurrent, head = nn.LSTM(20, 256, batch_first=True), nn.Linear(256, 1)
    x, y = torch.randn(51, 300, 20), torch.randint(0, 2, (51, 300, 1)).float()
    return training(
        [recurrent, head], lambda: F.binary_cross_entropy(torch.sigmoid(head(recurrent(x)[0])), y)
    )


def language_rnn():
    first, second = nn.Conv1d(129, 64, 3), nn.Conv1d(64, 128, 3)
    recurrent, hidden, head = nn.LSTM(128, 64, batch_first=True), nn.Linear(64, 32), nn.Linear(32, 4)
    x, y = torch.randn(32, 129, 500), torch.randint(0, 4, (32,))

    def loss():
        value = F.dropout(F.max_pool1d(F.relu(first(x)), 3), 0.3)
        value = F.dropout(F.max_pool1d(F.relu(second(value)), 3), 0.3)
        value = F.dropout(recurrent(value.transpose(1, 2))[0][:, -1], 0.3)
        return F.cross_entropy(head(F.relu(hidden(value))), y)

    return training([first, second, recurrent, hidden, head], loss)


def language_cnn():
    first, second = nn.Conv2d(1, 64, 3), nn.Conv2d(64, 128, 3)
    hidden, head = nn.Linear(13 * 13 * 128, 32), nn.Linear(32, 4)
    x, y = torch.randn(32, 1, 500, 129), torch.randint(0, 4, (32,))
    mean, deviation = torch.zeros(1), torch.ones(1)

    def loss():
        value = (F.interpolate(x, (128, 128), mode="bilinear") - mean) / deviation
        value = F.dropout(F.max_pool2d(F.relu(first(value)), 3), 0.3)
        value = F.dropout(F.max_pool2d(F.relu(second(value)), 3), 0.3)
        return F.cross_entropy(head(F.relu(hidden(value.flatten(1)))), y)

    return training([first, second, hidden, head], loss)


def jena_gru():
    recurrent, head = nn.GRU(14, 32, batch_first=True), nn.Linear(32, 1)
    x, y = torch.randn(128, 240, 14), torch.randn(128, 1)
    return training([recurrent, head], lambda: (head(recurrent(x)[0][:, -1]) - y).abs().mean())


def jena_gru_dropout():
    """A loop over steps: PyTorch's own layer has no dropout of the state. The inputs' products are made for all steps at once."""
    of_input, of_state, head = nn.Linear(14, 96), nn.Linear(32, 96), nn.Linear(32, 1)
    x, y = torch.randn(128, 240, 14), torch.randn(128, 1)

    def loss():
        noise, keep = F.dropout(torch.ones(128, 1, 14), 0.1), F.dropout(torch.ones(128, 32), 0.5)
        state = torch.zeros(128, 32)
        for inputs in of_input(x * noise).unbind(1):
            gates, candidate = inputs.split([64, 32], -1)
            own_gates, own_candidate = of_state(state * keep).split([64, 32], -1)
            reset, update = torch.sigmoid(gates + own_gates).chunk(2, -1)
            fresh = torch.tanh(candidate + reset * own_candidate)
            state = fresh + update * (state - fresh)
        return (head(state) - y).abs().mean()

    return training([of_input, of_state, head], loss)


def generation():
    embedding, recurrent = nn.Embedding(65, 256), nn.GRU(256, 1024, batch_first=True)
    head = nn.Linear(1024, 65)
    latest = [torch.tensor([[1]]), torch.zeros(1, 1, 1024)]

    @torch.no_grad()
    def step():
        output, latest[1] = recurrent(embedding(latest[0]), latest[1])
        latest[0] = torch.multinomial(torch.softmax(head(output)[:, -1] / 1.0, -1), 1)
        return latest[0].item()

    return step


CASES = {
    "char_gru": lambda: text(nn.GRU, 65, 100),
    "char_lstm": lambda: text(nn.LSTM, 93, 100),
    "word_gru": lambda: text(nn.GRU, 42197, 20),
    "imdb_lstm": lambda: imdb(False),
    "imdb_bilstm": lambda: imdb(True),
    "vad_lstm": vad_lstm,
    "language_rnn": language_rnn,
    "language_cnn": language_cnn,
    "jena_gru": jena_gru,
    "jena_gru_dropout": jena_gru_dropout,
    "generation": generation,
}
