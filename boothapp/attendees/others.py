"""Words that say a column is about another person or another matter than how to reach the visitor.

Everyday words of registration forms in the languages of Europe's shows; compared folded.
"""

from functools import cache

from boothapp.domain.folding import fold

_WORDS = """
    dob login logins logged parking passport visa plate car flight hotel spouse host boss iban bank
    registered created updated modified printed scanned manager managers supervisor guardian referrer inviter
    payer cree creee modifie inscrit imprime vorgesetzter vorgesetzte vorgesetzten chef parken
    вхід логін счет рахунок вход acil dogum pasaport fatura padre madre parents parent parental
    gedruckt registriert erstellt aktualisiert ausgecheckt eingecheckt
"""
_STARTS = """
    emergenc birth assistant invoice billing buyer purchaser password locker allerg shipping delivery arrival
    departure licen notfall rechnung geburt reisepass passnummer personalausweis parkplatz parkausweis
    assistenz assistent eltern begleitperson betreuer kundenbetreuer geandert ausgedruckt lieferadresse
    liefer ankunft abreise passwort urgence naissance passeport factur gestionnaire responsable
    stationnement assistante connexion nacimiento pasaporte gerente aparcamiento impreso creado actualizado
    registrado emergenza nascita nascimento passaporto fattura parcheggio stampat creato aggiornat
    urodzen paszport faktur opiekun kierownik awaryjn utworzon zaktualizowan zarejestrowan wydrukowan
    geboorte noodgeval noodcontact paspoort factuur leidinggevende narozeni nouzov
    народжен керівник менеджер асистент екстрен паркув паспорт рахунк створен оновлен зареєстрован надрукован
    опікун пароль рожден руководител ассистент экстренн парков создан обновлен зарегистрирован напечатан
"""


def is_of_another(words: list[str]) -> bool:
    """Whether one of a heading's folded words names another person or purpose."""
    alone, starts = _known()
    return any(word in alone or word.startswith(starts) for word in words)


@cache
def _known() -> tuple[frozenset[str], tuple[str, ...]]:
    return frozenset(map(fold, _WORDS.split())), tuple(map(fold, _STARTS.split()))
